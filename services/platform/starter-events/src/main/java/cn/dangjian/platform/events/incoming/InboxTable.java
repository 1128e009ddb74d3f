package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tables {@code inbox} and {@code inbox_version}: what a listener has heard. */
public class InboxTable {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public InboxTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    Set<String> heard(String consumer, Collection<String> eventIds) {
        return new HashSet<>(jdbc.sql("select event_id from inbox where consumer = :consumer and event_id in (:ids)")
                .param("consumer", consumer)
                .param("ids", eventIds)
                .query(String.class)
                .list());
    }

    void insert(String consumer, List<Event<JsonNode>> events) {
        template.batchUpdate(
                "insert into inbox (consumer, event_id) values (?, ?)", events, events.size(), (statement, event) -> {
                    statement.setString(1, consumer);
                    statement.setString(2, event.id().toString());
                });
    }

    /** The newest versions heard, locked until the transaction ends. */
    Map<String, Long> versions(String consumer, Collection<String> keys) {
        var versions = new HashMap<String, Long>();
        jdbc.sql("""
            select event_key, version from inbox_version
             where consumer = :consumer and event_key in (:keys) for update\
            """).param("consumer", consumer).param("keys", keys).query(row -> {
            versions.put(row.getString(1), row.getLong(2));
        });
        return versions;
    }

    void saveVersions(String consumer, Map<String, Long> versions) {
        template.batchUpdate("""
            insert into inbox_version (consumer, event_key, version) values (?, ?, ?)
            on duplicate key update version = greatest(version, values(version))\
            """, versions.entrySet(), 1000, (statement, entry) -> {
            statement.setString(1, consumer);
            statement.setString(2, entry.getKey());
            statement.setLong(3, entry.getValue());
        });
    }

    /** Forgets ids heard before the given time, a chunk at a time. */
    public void purge(Instant before) {
        int rows;
        do {
            rows = jdbc.sql("delete from inbox where heard_at < :before limit 5000")
                    .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                    .update();
        } while (rows > 0);
    }
}
