package cn.dangjian.identity.alarm;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in_alarm}. */
@Repository
class AlarmRepository {

    private final JdbcClient jdbc;

    AlarmRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Alarm insert(@Nullable Long account, @Nullable String address, Pressure pressure) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into sign_in_alarm (account, address, failures, since, last_at, version)
            values (:account, :address, :failures, :since, :last, 1)\
            """)
                .param("account", account)
                .param("address", address)
                .param("failures", pressure.failures())
                .param("since", utc(pressure.since()))
                .param("last", utc(pressure.last()))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        return new Alarm(id, account, address, pressure.failures(), pressure.since(), pressure.last(), null, 1);
    }

    @Unscoped("on behalf of the platform")
    Alarm get(long id) {
        return jdbc.sql("""
            select id, account, address, failures, since, last_at, over_at, version from sign_in_alarm where id = :id\
            """)
                .param("id", id)
                .query((row, n) -> {
                    long account = row.getLong("account");
                    var over = row.getObject("over_at", LocalDateTime.class);
                    return new Alarm(
                            row.getLong("id"),
                            account == 0 ? null : account,
                            row.getString("address"),
                            row.getInt("failures"),
                            row.getObject("since", LocalDateTime.class).toInstant(UTC),
                            row.getObject("last_at", LocalDateTime.class).toInstant(UTC),
                            over == null ? null : over.toInstant(UTC),
                            row.getLong("version"));
                })
                .single();
    }

    void update(Alarm alarm) {
        var over = alarm.overAt();
        jdbc.sql("""
            update sign_in_alarm set failures = :failures, last_at = :last, over_at = :over, version = :version
             where id = :id\
            """)
                .param("failures", alarm.failures())
                .param("last", utc(alarm.lastAt()))
                .param("over", over == null ? null : utc(over))
                .param("version", alarm.version())
                .param("id", alarm.id())
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
