package cn.dangjian.identity.alarm;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in_pressure}. */
@Repository
class PressureRepository {

    private static final String SELECT = "select target, failures, since, failed_at, alarm from sign_in_pressure ";

    private final JdbcClient jdbc;

    PressureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many failures more, after a pause the first; the row stays locked until the transaction ends. */
    Pressure add(String target, int failures, Instant now, Duration quiet) {
        jdbc.sql("""
            insert into sign_in_pressure (target, failures, since, failed_at) values (:target, :more, :now, :now)
            on duplicate key update
                since = if(failed_at < :quiet and alarm is null, :now, since),
                failures = if(failed_at < :quiet and alarm is null, :more, failures + :more),
                failed_at = :now\
            """)
                .param("target", target)
                .param("more", failures)
                .param("now", utc(now))
                .param("quiet", utc(now.minus(quiet)))
                .update();
        return jdbc.sql(SELECT + "where target = :target")
                .param("target", target)
                .query(PressureRepository::pressure)
                .single();
    }

    void raise(String target, long alarm) {
        jdbc.sql("update sign_in_pressure set alarm = :alarm where target = :target")
                .param("alarm", alarm)
                .param("target", target)
                .update();
    }

    /** Some of those that have been quiet since. */
    @Unscoped("on behalf of the platform")
    List<String> listQuiet(Instant since, int limit) {
        return jdbc.sql("select target from sign_in_pressure where failed_at < :since order by failed_at limit :limit")
                .param("since", utc(since))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** If it has been quiet since; nobody else can change it until this transaction ends. */
    @Unscoped("on behalf of the platform")
    Optional<Pressure> findQuiet(String target, Instant since) {
        return jdbc.sql(SELECT + "where target = :target for update")
                .param("target", target)
                .query(PressureRepository::pressure)
                .optional()
                .filter(pressure -> pressure.last().isBefore(since));
    }

    void delete(String target) {
        jdbc.sql("delete from sign_in_pressure where target = :target")
                .param("target", target)
                .update();
    }

    private static Pressure pressure(ResultSet row, int number) throws SQLException {
        long alarm = row.getLong("alarm");
        return new Pressure(
                row.getString("target"),
                row.getInt("failures"),
                row.getObject("since", LocalDateTime.class).toInstant(UTC),
                row.getObject("failed_at", LocalDateTime.class).toInstant(UTC),
                alarm == 0 ? null : alarm);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
