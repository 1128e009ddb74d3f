package cn.dangjian.statistics.figure.former;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a replica of the version before folds while replicas are replaced is in the sums, and once. */
@ServiceTest
class FormerSumsTest {

    private static final long CITY = 41_000_000;
    private static final long COUNTY = 41_000_001;

    @Autowired
    private FormerSums formerSums;

    @Autowired
    private Recount recount;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcTemplate jdbc;

    /** As the version before did it. */
    private void fold(String path, long value) {
        jdbc.update(
                "insert into tier_value (path, parent, measure, slot, month, value, revised_at)"
                        + " values (?, ?, 'dues.billed', '', '2026-01-01', ?, null)"
                        + " on duplicate key update value = value + values(value),"
                        + " revised_at = coalesce(values(revised_at), revised_at)",
                path,
                path.substring(0, path.length() - 5),
                value);
    }

    private Long sum(long parent, long unit) {
        return jdbc.queryForObject(
                "select sum(value) from tier_sum where parent = ? and unit = ? and measure = 'dues.billed'",
                Long.class,
                parent,
                unit);
    }

    @AfterEach
    void forgotten() {
        jdbc.update("delete from tier_sum where unit in (?, ?)", CITY, COUNTY);
        jdbc.update("delete from tier_value where path like ?", "%" + Province.segment(CITY) + "%");
        jdbc.update("delete from unit_place where unit_id = ?", CITY);
        jdbc.update("delete from unit_value where unit_id = ?", CITY);
    }

    @Test
    void whatIsAddedToOldSumsIsTakenOverOnce() {
        String city = Province.segment(CITY);
        fold(city + Province.segment(COUNTY), 5);
        fold(city, 5);

        formerSums.takeOver();
        formerSums.takeOver();

        assertThat(sum(0, CITY)).isEqualTo(5);
        assertThat(sum(CITY, COUNTY)).isEqualTo(5);

        fold(city + Province.segment(COUNTY), -7);
        formerSums.takeOver();

        assertThat(sum(CITY, COUNTY)).isEqualTo(-2);
        assertThat(sum(0, CITY)).isEqualTo(5);
    }

    /** Whoever asked before would be told too little. */
    @Test
    void itIsTakenOverBeforeAnybodyIsAnswered(@Autowired Map<String, SmartLifecycle> lifecycles) {
        fold(Province.segment(CITY), 5);

        formerSums.start();

        assertThat(sum(0, CITY)).isEqualTo(5);
        lifecycles.forEach((name, other) -> {
            if (name.startsWith("webServer") || name.equals("eventListeners"))
                assertThat(other.getPhase()).as(name).isGreaterThan(formerSums.getPhase());
        });
        assertThat(lifecycles).containsKeys("webServerStartStop", "eventListeners");
    }

    @Test
    void whatStoodAtSeveralPathsBelowTheSameIsOneSum() {
        String city = Province.segment(CITY);
        fold(city + Province.segment(COUNTY), 5);
        fold(Province.segment(CITY + 7) + city + Province.segment(COUNTY), 3);

        formerSums.takeOver();

        assertThat(sum(CITY, COUNTY)).isEqualTo(8);
    }

    @Test
    void whatWasRevisedSaysWhenLast() {
        String city = Province.segment(CITY);
        fold(city, 5);
        jdbc.update("update tier_value set revised_at = '2026-02-03 04:05:06' where path = ?", city);
        formerSums.takeOver();
        for (String newer : new String[] {"2026-02-04 00:00:00", "2026-02-03 04:05:06"}) {
            jdbc.update("update tier_sum set revised_at = ? where unit = ?", newer, CITY);
            fold(city, 1);
            formerSums.takeOver();

            assertThat(jdbc.queryForObject(
                            "select cast(revised_at as char(19)) from tier_sum where unit = ?", String.class, CITY))
                    .isEqualTo(newer);
        }
        assertThat(sum(0, CITY)).isEqualTo(7);
    }

    /** What a replica of the version before has folded is in what units have at once, and in the sums some seconds later. */
    @Test
    void whatIsAddedUpAgainMeanwhileIsNotCountedTwice() {
        String city = Province.segment(CITY);
        jdbc.update(
                "insert into unit_place (unit_id, from_month, to_month, path, last_one, kind, domain)"
                        + " values (?, '2020-01-01', '9999-12-31', ?, 1, '', '')",
                CITY,
                city);
        jdbc.update(
                "insert into unit_value (source_id, measure, slot, from_month, to_month, unit_id, value)"
                        + " values (?, 'dues.billed', '', '2026-01-01', '2026-02-01', ?, 5)",
                CITY,
                CITY);
        fold(city, 5);

        recount.correct(
                new Stretch(Province.segment(CITY - 1) + "~", city + "~"), List.of(catalogue.get("dues.billed")));
        formerSums.takeOver();

        assertThat(sum(0, CITY)).isEqualTo(5);
    }
}
