package cn.dangjian.statistics.figure.former;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a replica of the version before folds while replicas are replaced is in the sums, and once. */
@ServiceTest
class FormerSumsTest {

    private static final long CITY = 41_000_000;
    private static final long COUNTY = 41_000_001;

    @Autowired
    private FormerSums formerSums;

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
        jdbc.update("delete from tier_value where path like ?", Province.segment(CITY) + "%");
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
}
