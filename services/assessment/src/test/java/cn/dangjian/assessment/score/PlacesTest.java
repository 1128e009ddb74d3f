package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static cn.dangjian.assessment.Scored.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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
        scored.say(Said.dues(unit, YearMonth.of(LAST, 2), next(), "100.00", "50.00"));
        scored.say(Said.dues(unit, YearMonth.of(LAST, 8), next(), "100.00", "95.00"));

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

    /** A state that is corrected for one county's part says nothing of what the next county has found. */
    @Test
    void aCorrectionOfOnePartLeavesTheNextOneAsItIs() {
        long unit = 110_004;
        place(unit, Province.SIBLING_TOWNSHIP, "2022-01-01", "null", """
            [{"from":"2022-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(
                        path(Province.TOWNSHIP, unit), MOVED, path(Province.SIBLING_TOWNSHIP, unit)));
        scored.say(Said.work(unit, next(), 5, 10, 0, LocalDate.of(LAST, 2, 1)));
        var filed = scored.post(
                unit,
                "/v1/units/" + unit + "/appeals",
                Map.of("day", MOVED.minusDays(1).toString(), "indicator", "FILES", "words", "已补齐", "facts", List.of()));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        String appeal = "/v1/appeals/" + filed.json().path("id").asLong();
        assertThat(scored.post(Province.COUNTY, appeal + "/examination", Map.of("words", "属实"))
                        .status())
                .isEqualTo(200);
        var correction = Map.of("numerator", 5, "denominator", 0, "document", "虚考〔2026〕7号", "reason", "已补齐");

        var upheld = api.post(appeal + "/upholding", correction)
                .as(tokens.at(Province.COUNTY, 902))
                .key()
                .send();

        assertThat(upheld.status()).as(upheld.toString()).isEqualTo(200);
        scored.settled();
        var parts = scored.explanation(unit, LocalDate.of(LAST, 12, 31)).path("parts");
        assertThat(parts.at("/0/indicators/1/numerator").asLong()).isEqualTo(10);
        assertThat(parts.at("/1/indicators/1/numerator").asLong()).isEqualTo(5);
    }

    /** Who has left before the scheme was published is scored by it for the days before, and frozen with the others. */
    @Test
    void aUnitThatHasLeftIsScoredByASchemeThatIsPublishedLater() {
        long unit = 110_005;
        place(unit, Province.SIBLING_TOWNSHIP, "2022-01-01", "null", """
            [{"from":"2022-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(
                        path(Province.OTHER_TOWNSHIP, unit), MOVED, path(Province.SIBLING_TOWNSHIP, unit)));

        long id = scored.published(Province.OTHER_COUNTY, scheme(LAST, "VILLAGE", four()));
        scored.settled();

        assertThat(jdbc.sql("select as_of from score_total where unit_id = :unit and scheme_id = :scheme")
                        .param("unit", unit)
                        .param("scheme", id)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(MOVED.minusDays(1));
    }

    /** Results, and what the closing asks people for, go by what is stored. */
    @Test
    void aMoveThatIsHeardInTheNextYearIsStoredForBothCounties() {
        long unit = 110_006;
        place(unit, Province.SIBLING_TOWNSHIP, "2022-01-01", "null", """
            [{"from":"2022-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(
                        path(Province.TOWNSHIP, unit), MOVED, path(Province.SIBLING_TOWNSHIP, unit)));
        scored.settled();

        assertThat(jdbc.sql("select scheme_id from score_total where unit_id = :unit and year = :year order by part_on")
                        .param("unit", unit)
                        .param("year", LAST)
                        .query(Long.class)
                        .list())
                .containsExactly(here, there);
    }

    @Test
    void aFoundedUnitIsScoredFromItsFirstDayAndAnEndedOneUntilItsLast() {
        long unit = 110_002;
        place(unit, Province.TOWNSHIP, LAST + "-03-01", "\"" + LAST + "-11-01\"", "null");
        scored.say(Said.dues(unit, YearMonth.of(LAST, 4), next(), "100.00", "60.00"));
        scored.say(Said.dues(unit, YearMonth.of(LAST, 11), next(), "100.00", "0.00"));

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

    /** What villages do counts for the township above them on that day. */
    @Test
    void aTownshipHasWhatVillagesDidWhileTheyStoodBelowIt() {
        var indicators = four();
        indicators.set(2, with(indicators.get(2), "below", true));
        indicators.set(1, with(indicators.get(1), "below", true));
        scored.published(Province.OTHER_CITY, scheme(LAST, "TOWNSHIP", indicators));
        long before = scored.township(Province.OTHER_COUNTY);
        long after = scored.township(Province.OTHER_COUNTY);
        long stays = scored.village(after);
        long moves = 110_003;
        place(moves, after, "2022-01-01", "null", """
            [{"from":"2022-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(path(before, moves), MOVED, path(after, moves)));
        scored.say(Said.dues(moves, YearMonth.of(LAST, 2), next(), "100.00", "50.00"));
        scored.say(Said.dues(moves, YearMonth.of(LAST, 8), next(), "100.00", "95.00"));
        scored.say(Said.dues(stays, YearMonth.of(LAST, 3), next(), "10.00", "10.00"));
        scored.say(Said.work(moves, next(), 7, 10, 0, LocalDate.of(LAST, 5, 1)));
        scored.say(Said.work(stays, next(), 5, 10, 0, LocalDate.of(LAST, 5, 1)));

        var end = LocalDate.of(LAST, 12, 31);
        assertThat(measured(before, "DUES", end)).isEqualTo("5000/10000");
        assertThat(measured(after, "DUES", end)).isEqualTo("10500/11000");
        assertThat(measured(before, "FILES", end)).isEqualTo("0/0");
        assertThat(measured(after, "FILES", end)).isEqualTo("12/20");
        assertThat(measured(before, "FILES", MOVED.minusDays(1))).isEqualTo("7/10");
        assertThat(stored(before, "DUES")).isEqualTo("5000/10000");
        assertThat(stored(after, "DUES")).isEqualTo("10500/11000");
    }

    private String measured(long unit, String code, LocalDate day) {
        var line = scored.line(scored.explanation(unit, day), code);
        return line.path("numerator").asLong() + "/" + line.path("denominator").asLong();
    }

    private String stored(long unit, String code) {
        return jdbc.sql("""
            select concat(s.numerator, '/', s.denominator) from score s join indicator i on i.id = s.indicator_id
             where s.unit_id = :unit and s.year = :year and i.code = :code\
            """)
                .param("unit", unit)
                .param("year", LAST)
                .param("code", code)
                .query(String.class)
                .single();
    }

    /** A scheme that is changed in mid-year scores what follows; of a day before the version of that day says why. */
    @Test
    void eachDayIsScoredByTheVersionOfThatDay() {
        int year = YEAR - 4;
        long first = scored.published(Province.OTHER_COUNTY, scheme(year, "VILLAGE", four()));
        var others = four();
        others.set(0, with(others.get(0), "weight", "30.00"));
        others.set(1, with(others.get(1), "weight", "40.00"));
        long second = scored.draft(Province.OTHER_COUNTY, scheme(year, "VILLAGE", others))
                .json()
                .path("id")
                .asLong();
        // as if it had been published in that year
        jdbc.sql("update scheme set state = 'PUBLISHED', from_on = :from where id = :id")
                .param("from", LocalDate.of(year, 7, 1))
                .param("id", second)
                .update();
        jdbc.sql("update scheme set to_on = :from where id = :id")
                .param("from", LocalDate.of(year, 7, 1))
                .param("id", first)
                .update();
        long village = scored.village(Province.OTHER_TOWNSHIP);
        scored.say(Said.dues(village, YearMonth.of(year, 2), next(), "100.00", "50.00"));

        var june = scored.explanation(village, LocalDate.of(year, 6, 30));
        var december = scored.explanation(village, LocalDate.of(year, 12, 31));

        assertThat(june.at("/parts/0/rule/scheme").asLong()).isEqualTo(first);
        assertThat(scored.line(june, "TASKS").path("weight").asString()).isEqualTo("40.00");
        assertThat(december.path("parts").size()).isEqualTo(1);
        assertThat(december.at("/parts/0/rule/scheme").asLong()).isEqualTo(second);
        assertThat(scored.line(december, "TASKS").path("weight").asString()).isEqualTo("30.00");
        assertThat(measured(village, "DUES", LocalDate.of(year, 12, 31))).isEqualTo("5000/10000");
        assertThat(jdbc.sql("select distinct scheme_id from score where unit_id = :unit and year = :year")
                        .param("unit", village)
                        .param("year", year)
                        .query(Long.class)
                        .list())
                .containsExactly(second);
    }

    private String path(long township, long unit) {
        return scored.path(township) + Province.segment(unit);
    }

    private void place(long unit, long township, String from, String to, String places) {
        broker.send(Said.event("organization.unit-changed.v1", "unit:" + unit, 1, """
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
