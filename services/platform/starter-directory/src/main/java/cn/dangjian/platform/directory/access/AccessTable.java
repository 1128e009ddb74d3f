package cn.dangjian.platform.directory.access;

import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code account_access}. */
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
        int rows;
        do {
            rows = jdbc.sql("delete from account_access where heard_at < :before order by heard_at limit :chunk")
                    .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                    .param("chunk", CHUNK)
                    .update();
        } while (rows == CHUNK);
    }
}
