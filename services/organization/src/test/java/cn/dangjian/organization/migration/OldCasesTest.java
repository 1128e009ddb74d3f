package cn.dangjian.organization.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.server.Servers;
import java.time.LocalDate;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What rooms wrote before there were cases is a case afterwards. */
class OldCasesTest {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static JdbcClient jdbc;

    @BeforeAll
    static void oldRowsAreMigrated() {
        var servers = Servers.shared();
        String schema = "old_cases_" + ProcessHandle.current().pid();
        servers.createSchema(schema, schema, "secret");
        var database = new DriverManagerDataSource(servers.jdbcUrl(schema), schema, "secret");
        jdbc = JdbcClient.create(database);
        migrate(database, "81");
        fill();
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

    private static void fill() {
        for (String sql : List.of("""
            insert into secretary_filing (id, unit_id, name, account_id, proposed_by, proposed_at, filed_at,
                                          withdrawn_at, version)
            values (3, 11, '虚构甲', 7, 'account:1', '2026-01-02 01:00:00', null, null, 2),
                   (4, 12, '虚构乙', null, 'account:1', '2026-01-02 01:00:00', '2026-02-01 17:00:00', null, 4),
                   (9, 12, '虚构丙', null, 'account:1', '2026-01-02 01:00:00', null, '2026-02-03 01:00:00', 2)\
            """, """
            insert into filing_change (filing_id, what, detail, subject, at)
            values (4, 'PROPOSED', null, 'account:1', '2026-01-02 01:00:00'),
                   (4, 'REVIEWED', 'COURT CONSENT', 'account:2', '2026-01-03 01:00:00'),
                   (4, 'FILED', '虚组备〔2026〕1号', 'account:2', '2026-02-01 17:00:00')\
            """, """
            insert into weak_batch (id, county_id, year, document, screen_from, screen_to, subject, at)
            values (1, 2, 2026, '虚组〔2026〕7号', '2026-01-01', '2026-01-31', 'account:2', '2026-01-01 00:00:00')\
            """, """
            insert into weak_case (id, batch_id, unit_id, state, round, period_from, period_to, screened_by, version)
            values (3, 1, 11, 'SCREENED', 1, null, null, 1, 1),
                   (4, 1, 12, 'RECTIFYING', 2, '2026-03-01', '2026-09-01', 1, 7),
                   (5, 1, 13, 'CLOSED', 1, '2026-03-01', '2026-09-01', 1, 6)\
            """, """
            insert into weak_step (case_id, step, round, day, document, note, unit_id, subject, at)
            values (4, 'SCREENED', 1, '2026-01-05', null, '排查', 111, 'account:1', '2026-01-05 02:00:00'),
                   (4, 'SAMPLED', 1, '2026-01-06', null, '抽查', 1, 'account:9', '2026-01-06 02:00:00'),
                   (4, 'STARTED', 2, '2026-03-05', null, null, 111, 'account:1', '2026-03-05 02:00:00'),
                   (4, 'CHECKED', 2, '2026-03-06', null, '督查', 111, 'account:1', '2026-03-06 02:00:00'),
                   (4, 'SAMPLED', 2, '2026-03-07', null, '抽查', 1, 'account:9', '2026-03-07 02:00:00'),
                   (5, 'CLOSED', 1, '2026-05-07', '虚组〔2026〕9号', null, 2, 'account:2', '2026-05-07 02:00:00')\
            """, """
            insert into cobuild_project (id, need_id, resource_id, unit_id, provider_id, matched_on, due_on,
                                         established_on, completed_on, version)
            values (3, 1, 1, 11, 12, '2026-01-05', null, null, null, 1),
                   (4, 2, 1, 11, 12, '2026-01-05', '2026-06-01', '2026-01-06', null, 2),
                   (5, 3, 1, 11, 12, '2026-01-05', '2026-06-01', '2026-01-06', '2026-02-01', 4),
                   (6, 4, 1, 11, 12, '2026-01-05', '2026-06-01', '2026-01-06', '2026-02-01', 5)\
            """, """
            insert into cobuild_evaluation (project_id, side, grade, text, subject, at)
            values (5, 'PROVIDER', 'FAIR', '好', 'account:5', '2026-02-02 02:00:00'),
                   (6, 'COMMUNITY', 'FAIR', '好', 'account:4', '2026-02-04 02:00:00'),
                   (6, 'PROVIDER', 'SATISFIED', '好', 'account:5', '2026-02-03 02:00:00')\
            """))
            jdbc.sql(sql).update();
    }

    @ParameterizedTest
    @CsvSource({
        "filings,             3, 11,   , IN_REVIEW,   1, 9999-12-31, true,  2",
        "filings,             4, 12,   , FILED,       1, 9999-12-31, false, 4",
        "filings,             9, 12,   , WITHDRAWN,   1, 9999-12-31, false, 2",
        "weak-cases,          3, 11,   , SCREENED,    1, 9999-12-31, true,  1",
        "weak-cases,          4, 12,   , RECTIFYING,  2, 2026-09-01, true,  7",
        "weak-cases,          5, 13,   , CLOSED,      1, 9999-12-31, false, 6",
        "cobuilding-projects, 3, 11, 12, MATCHED,     1, 9999-12-31, true,  1",
        "cobuilding-projects, 4, 11, 12, ESTABLISHED, 1, 2026-06-01, true,  2",
        "cobuilding-projects, 5, 11, 12, COMPLETED,   1, 9999-12-31, true,  4",
        "cobuilding-projects, 6, 11, 12, EVALUATED,   1, 9999-12-31, false, 5",
    })
    void eachStandsWhereItStood(
            String kind,
            long id,
            long unit,
            Long other,
            String state,
            int round,
            LocalDate due,
            boolean open,
            long version) {
        record Stored(
                long unitId, Long otherUnitId, String state, int round, LocalDate dueOn, boolean open, long version) {}

        var stored = jdbc.sql("""
            select unit_id, other_unit_id, state, round, due_on, closed_at is null open, version
              from case_file where kind = ? and id = ?\
            """).params(kind, id).query(Stored.class).single();

        assertThat(stored).isEqualTo(new Stored(unit, other, state, round, due, open, version));
    }

    @Test
    void theJournalKeepsWhatWasWrittenDown() {
        assertThat(journal("filings", 4))
                .containsExactly(
                        "PROPOSED IN_REVIEW 2026-01-02 - - - account:1",
                        "REVIEWED IN_REVIEW 2026-01-03 - COURT CONSENT - account:2",
                        "FILED FILED 2026-02-02 虚组备〔2026〕1号 - - account:2");
        assertThat(journal("weak-cases", 4))
                .containsExactly(
                        "SCREENED SCREENED 2026-01-05 - 排查 111 account:1",
                        "SAMPLED SCREENED 2026-01-06 - 抽查 1 account:9",
                        "STARTED RECTIFYING 2026-03-05 - - 111 account:1",
                        "CHECKED RECTIFYING 2026-03-06 - 督查 111 account:1",
                        "SAMPLED RECTIFYING 2026-03-07 - 抽查 1 account:9");
        assertThat(journal("cobuilding-projects", 5))
                .containsExactly("EVALUATED COMPLETED 2026-02-02 - FAIR 12 account:5");
        assertThat(journal("cobuilding-projects", 6))
                .containsExactly(
                        "EVALUATED COMPLETED 2026-02-03 - SATISFIED 12 account:5",
                        "EVALUATED EVALUATED 2026-02-04 - FAIR 11 account:4");
    }

    private static List<String> journal(String kind, long id) {
        return jdbc.sql("""
            select concat_ws(' ', step, state, day, coalesce(document, '-'), coalesce(note, '-'),
                             coalesce(unit_id, '-'), subject)
              from case_step where kind = ? and case_id = ? order by id\
            """).params(kind, id).query(String.class).list();
    }

    @Test
    void aNewCaseGetsAnIdThatNoneHad() {
        jdbc.sql("""
            insert into case_file (kind, unit_id, state, round, due_on, opened_at, version)
            values ('filings', 11, 'IN_REVIEW', 1, ?, now(), 1)\
            """).param(NEVER).update();

        assertThat(jdbc.sql("select max(id) from case_file where kind = 'filings'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(9);
    }
}
