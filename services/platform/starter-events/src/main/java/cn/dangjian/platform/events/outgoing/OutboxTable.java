package cn.dangjian.platform.events.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code outbox} and {@code outbox_relay}. */
public class OutboxTable {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public OutboxTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            String eventId,
            String topic,
            String type,
            String eventKey,
            long version,
            LocalDateTime occurredAt,
            @Nullable String subject,
            String data,
            @Nullable String trace) {}

    /** What waits, for the operator. */
    public record Backlog(long unsent, @Nullable LocalDateTime oldest) {}

    void insert(List<Row> rows) {
        template.batchUpdate("""
            insert into outbox (event_id, topic, type, event_key, version, occurred_at, subject, data, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, rows, BATCH, (statement, row) -> {
            statement.setString(1, row.eventId());
            statement.setString(2, row.topic());
            statement.setString(3, row.type());
            statement.setString(4, row.eventKey());
            statement.setLong(5, row.version());
            statement.setObject(6, row.occurredAt());
            statement.setString(7, row.subject());
            statement.setString(8, row.data());
            statement.setString(9, row.trace());
        });
    }

    /** Makes this transaction the only relay of the service; false if another one is at work. */
    boolean lock() {
        return jdbc.sql("select id from outbox_relay where id = 1 for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Unsent events in the order of their ids; never "after the last id", for a smaller id may commit later. */
    List<Row> listUnsent(int limit) {
        return jdbc.sql("""
            select id, event_id, topic, type, event_key, version, occurred_at, subject, data, trace
              from outbox where sent_at is null order by id limit :limit\
            """).param("limit", limit).query(OutboxTable::row).list();
    }

    /** By hand: mapping by reflection costs a hundred times more, and a dispatch or an import leaves thousands of rows. */
    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getObject(7, LocalDateTime.class),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    void markSent(List<Long> ids, Instant now) {
        if (ids.isEmpty()) return;
        jdbc.sql("update outbox set sent_at = :now where id in (:ids)")
                .param("now", utc(now))
                .param("ids", ids)
                .update();
    }

    /** Makes the relay send everything again that was sent since the given time. */
    public int replay(Instant since) {
        return jdbc.sql("update outbox set sent_at = null where sent_at >= :since")
                .param("since", utc(since))
                .update();
    }

    public Backlog backlog() {
        return jdbc.sql("select count(*) unsent, min(occurred_at) oldest from outbox where sent_at is null")
                .query(Backlog.class)
                .single();
    }

    /** Deletes at most one chunk of events sent before the given time. */
    int purge(Instant before) {
        return jdbc.sql("delete from outbox where sent_at < :before limit 5000")
                .param("before", utc(before))
                .update();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
