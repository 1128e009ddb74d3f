package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Table {@code parked_event}: events that could not be handled, and those that wait behind them. */
public class ParkedTable {

    private static final int LONGEST_ERROR = 2000;

    private final JdbcClient jdbc;

    public ParkedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why an event is parked. */
    enum Reason {
        /** Its listener failed. */
        POISON,
        /** Its record is not an event. */
        UNREADABLE,
        /** An earlier version of its key has not come yet. */
        GAP,
        /** An earlier event of its key is parked. */
        WAITING
    }

    /** A parked event. */
    public record Parked(
            long id,
            String consumer,
            String eventId,
            String eventKey,
            long version,
            String type,
            String value,
            String reason,
            @Nullable String error,
            LocalDateTime parkedAt) {}

    boolean isEmpty(String consumer) {
        return jdbc.sql("select 1 from parked_event where consumer = :consumer limit 1")
                .param("consumer", consumer)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** The keys of this listener behind which later events must wait. */
    Set<String> blockedKeys(String consumer) {
        return jdbc.sql("""
            select distinct event_key from parked_event
             where consumer = :consumer and reason in ('POISON', 'WAITING')\
            """).param("consumer", consumer).query(String.class).set();
    }

    void park(String consumer, Event<JsonNode> event, Reason reason, @Nullable String error) {
        park(consumer, event, Hearers.json().writeValueAsString(event), reason, error);
    }

    void park(String consumer, Event<?> event, String value, Reason reason, @Nullable String error) {
        jdbc.sql("""
            insert ignore into parked_event (consumer, event_id, event_key, version, type, value, reason, error)
            values (:consumer, :id, :key, :version, :type, :value, :reason, :error)\
            """)
                .param("consumer", consumer)
                .param("id", event.id().toString())
                .param("key", event.key())
                .param("version", event.version())
                .param("type", event.type())
                .param("value", value)
                .param("reason", reason.name())
                .param("error", error == null ? null : error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .update();
    }

    /** How many there are in all. */
    public long count() {
        return jdbc.sql("select count(*) from parked_event").query(Long.class).single();
    }

    /** All parked events, the oldest first. */
    public List<Parked> list(int limit) {
        return jdbc.sql("select * from parked_event order by id limit :limit")
                .param("limit", limit)
                .query(Parked.class)
                .list();
    }

    Optional<Parked> find(long id) {
        return jdbc.sql("select * from parked_event where id = :id")
                .param("id", id)
                .query(Parked.class)
                .optional();
    }

    /** The event of a key that comes next, locked. */
    Optional<Parked> next(String consumer, String key) {
        return jdbc.sql("""
            select * from parked_event where consumer = :consumer and event_key = :key
             order by version, id limit 1 for update\
            """)
                .param("consumer", consumer)
                .param("key", key)
                .query(Parked.class)
                .optional();
    }

    /** Keys whose events all wait although nothing before them is parked any more. */
    List<Parked> orphans() {
        return jdbc.sql("""
            select p.* from parked_event p
              join (select min(id) id from parked_event group by consumer, event_key
                    having min(case when reason = 'WAITING' then 1 else 0 end) = 1) first on first.id = p.id\
            """).query(Parked.class).list();
    }

    void delete(long id) {
        jdbc.sql("delete from parked_event where id = :id").param("id", id).update();
    }

    void failedAgain(long id, String error) {
        jdbc.sql("update parked_event set reason = 'POISON', error = :error where id = :id")
                .param("id", id)
                .param("error", error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .update();
    }
}
