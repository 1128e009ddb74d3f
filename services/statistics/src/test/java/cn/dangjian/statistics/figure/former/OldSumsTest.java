package cn.dangjian.statistics.figure.former;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.server.Servers;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Sums that were kept by path are kept by unit afterwards. */
class OldSumsTest {

    private static JdbcClient jdbc;

    @BeforeAll
    static void oldSumsAreMigrated() {
        var servers = Servers.shared();
        String schema = "old_sums_" + ProcessHandle.current().pid();
        servers.createSchema(schema, schema, "secret");
        var database = new DriverManagerDataSource(servers.jdbcUrl(schema), schema, "secret");
        jdbc = JdbcClient.create(database);
        migrate(database, "36");
        jdbc.sql("""
            insert into tier_value (path, parent, measure, slot, month, value, revised_at)
            values ('00001', '', 'org.units', '', '2020-01-01', 9, null),
                   ('0000100002', '00001', 'org.units', '', '2020-01-01', 9, null),
                   ('0000100002', '00001', 'org.units', '', '2026-03-01', -4, null),
                   ('0000100003', '00001', 'org.units', '', '2026-03-01', 4, null),
                   -- a township of a county that has moved from 2 to 3
                   ('0000100002000zz0000a', '0000100002000zz', 'org.units', '', '2020-01-01', 4, '2026-01-02 03:04:05'),
                   ('0000100002000zz0000a', '0000100002000zz', 'org.units', '', '2026-03-01', -4, null),
                   ('0000100003000zz0000a', '0000100003000zz', 'org.units', '', '2026-03-01', 4, null)\
            """).update();
        migrate(database, "latest");
    }

    private static void migrate(DriverManagerDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private record Row(long parent, long unit, String month, long value) {}

    @Test
    void whatStoodAtSeveralPathsBelowTheSameIsOneSum() {
        assertThat(jdbc.sql("select parent, unit, cast(month as char) month, value from tier_sum order by 1, 2, 3")
                        .query(Row.class)
                        .list())
                .isEqualTo(List.of(
                        new Row(0, 1, "2020-01-01", 9),
                        new Row(1, 2, "2020-01-01", 9),
                        new Row(1, 2, "2026-03-01", -4),
                        new Row(1, 3, "2026-03-01", 4),
                        new Row(35 * 36 + 35, 10, "2020-01-01", 4),
                        new Row(35 * 36 + 35, 10, "2026-03-01", 0)));
    }

    @Test
    void itSaysWhenItWasRevised() {
        assertThat(jdbc.sql("select revised_at is not null from tier_sum where unit = 10 and month = '2020-01-01'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nothingIsLeftToBeTakenOver() {
        assertThat(jdbc.sql("select count(*) from tier_value where fresh = 1")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
