package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Units that were moved, founded or ended within a year are scored for the part of it in which they were there. */
class PlacesTest extends RunningAssessment {

    private static final int LAST = YEAR - 1;
    private static final LocalDate MOVED = LocalDate.of(LAST, 7, 1);

    private long here;
    private long there;

    @BeforeEach
    void schemesOfLastYear(@Autowired Province province) {
        province.settle();
        here = scored.published(Province.COUNTY, scheme(LAST, "VILLAGE", four()));
        there = scored.published(Province.SIBLING_COUNTY, scheme(LAST, "VILLAGE", four()));
        scored.settled();
    }

    @Test
    void aMovedUnitIsScoredByEachCountyForItsPart() {
        long unit = 110_001;
        place(unit, Province.SIBLING_TOWNSHIP, "2022-01-01", "null", """
            [{"from":"2022-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(
                        path(Province.TOWNSHIP, unit), MOVED, path(Province.SIBLING_TOWNSHIP, unit)));
        scored.say(Scored.dues(unit, YearMonth.of(LAST, 2), next(), "100.00", "50.00"));
        scored.say(Scored.dues(unit, YearMonth.of(LAST, 8), next(), "100.00", "95.00"));

        var parts = scored.explanation(unit, LocalDate.of(LAST, 12, 31)).path("parts");

        assertThat(parts.size()).isEqualTo(2);
        assertThat(parts.at("/0/rule/scheme").asLong()).isEqualTo(here);
        assertThat(parts.at("/0/from").asString()).isEqualTo(LAST + "-01-01");
        assertThat(parts.at("/0/asOf").asString()).isEqualTo(LAST + "-06-30");
        assertThat(parts.at("/0/indicators/2/formula").asString()).contains("5000 ÷ 10000");
        assertThat(parts.at("/1/rule/scheme").asLong()).isEqualTo(there);
        assertThat(parts.at("/1/from").asString()).isEqualTo(MOVED.toString());
        assertThat(parts.at("/1/indicators/2/formula").asString()).contains("9500 ÷ 10000");
        assertThat(scored.explanation(unit, LocalDate.of(LAST, 6, 30))
                        .path("parts")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aFoundedUnitIsScoredFromItsFirstDayAndAnEndedOneUntilItsLast() {
        long unit = 110_002;
        place(unit, Province.TOWNSHIP, LAST + "-03-01", "\"" + LAST + "-11-01\"", "null");
        scored.say(Scored.dues(unit, YearMonth.of(LAST, 4), next(), "100.00", "60.00"));
        scored.say(Scored.dues(unit, YearMonth.of(LAST, 11), next(), "100.00", "0.00"));

        var parts = scored.explanation(unit, LocalDate.of(LAST, 12, 31)).path("parts");

        assertThat(parts.size()).isEqualTo(1);
        assertThat(parts.at("/0/from").asString()).isEqualTo(LAST + "-03-01");
        assertThat(parts.at("/0/asOf").asString()).isEqualTo(LAST + "-10-31");
        assertThat(parts.at("/0/indicators/2/formula").asString()).contains("6000 ÷ 10000");
        assertThat(scored.explanation(unit, LocalDate.of(LAST, 2, 1))
                        .path("parts")
                        .size())
                .isZero();
    }

    private static String path(long township, long unit) {
        return Province.path(township) + Province.segment(unit);
    }

    private void place(long unit, long township, String from, String to, String places) {
        broker.send(Scored.event("organization.unit-changed.v1", "unit:" + unit, 1, """
            {"id":%d,"parentId":%d,"code":"98%d","name":"示范%d","tier":"VILLAGE","kind":"VILLAGE_ORGANIZATION",
             "domain":"RURAL","path":"%s","validFrom":"%s","validTo":%s,"places":%s}\
            """.formatted(
                        unit, township, unit, unit, path(township, unit), from, to, places)));
        int stays = places.equals("null") ? 0 : 2;
        await().atMost(Scored.PATIENCE)
                .until(() -> jdbc.sql("select count(*) from unit where id = :unit")
                                        .param("unit", unit)
                                        .query(Integer.class)
                                        .single()
                                == 1
                        && jdbc.sql("select count(*) from unit_stay where unit_id = :unit")
                                        .param("unit", unit)
                                        .query(Integer.class)
                                        .single()
                                == stays);
    }
}
