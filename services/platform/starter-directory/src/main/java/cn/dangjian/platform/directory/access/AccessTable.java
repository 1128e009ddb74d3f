package cn.dangjian.platform.directory.access;

import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code account_access} and {@code ended_session}. */
class AccessTable implements AccessVersions {

    private static final int CHUNK = 5000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    AccessTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public boolean isSuperseded(AccountId account, long version) {
        return jdbc.sql("select exists (select 1 from account_access where account = :account and version > :version)")
                .param("account", account.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** One statement for both, since each request of a person asks. */
    @Override
    public boolean isOver(AccountId account, long version, @Nullable String session) {
        if (session == null) return isSuperseded(account, version);
        return jdbc.sql("""
            select exists (select 1 from account_access where account = :account and version > :version)
                or exists (select 1 from ended_session where id = :session)\
            """)
                .param("account", account.value())
                .param("version", version)
                .param("session", session)
                .query(Boolean.class)
                .single();
    }

    /** Remembers sessions that have ended. */
    void end(Collection<String> sessions, Instant heardAt) {
        var heard = LocalDateTime.ofInstant(heardAt, ZoneOffset.UTC);
        template.batchUpdate(
                "insert into ended_session (id, heard_at) values (?, ?) on duplicate key update id = id",
                sessions,
                1000,
                (statement, session) -> {
                    statement.setString(1, session);
                    statement.setObject(2, heard);
                });
    }

    /** Writes what is newer than the rows; an older version changes nothing. */
    void save(Map<Long, Long> versions, Instant heardAt) {
        var heard = LocalDateTime.ofInstant(heardAt, ZoneOffset.UTC);
        template.batchUpdate("""
            insert into account_access (account, version, heard_at) values (?, ?, ?)
            on duplicate key update
                heard_at = if(values(version) > version, values(heard_at), heard_at),
                version = greatest(version, values(version))\
            """, versions.entrySet(), 1000, (statement, entry) -> {
            statement.setLong(1, entry.getKey());
            statement.setLong(2, entry.getValue());
            statement.setObject(3, heard);
        });
    }

    /** Forgets what was heard before the given time, a chunk at a time. */
    void purge(Instant before) {
        purge("delete from account_access where heard_at < :before order by heard_at limit :chunk", before);
        purge("delete from ended_session where heard_at < :before order by heard_at limit :chunk", before);
    }

    private void purge(String chunk, Instant before) {
        int rows;
        do {
            rows = jdbc.sql(chunk)
                    .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                    .param("chunk", CHUNK)
                    .update();
        } while (rows == CHUNK);
    }
}
