package cn.dangjian.assessment.result;

import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Paper;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A year that is over is frozen, and ranked once. */
class YearTest extends RunningAssessment {

    private static final int LAST = YEAR - 2;
    private static final LocalDate END = LocalDate.of(LAST, 12, 31);
    private static final long TOWN = Province.TOWNSHIP;
    private static final long OTHER = Province.SECOND_TOWNSHIP;

    private long scheme;

    @BeforeEach
    void aFrozenYear() {
        scheme = scored.published(Province.COUNTY, scheme(LAST, "TOWNSHIP", four()));
        if (closing(scheme).status() == 200) return;
        scored.say(Said.dues(TOWN, YearMonth.of(LAST, 3), next(), "100.00", "70.00"));
        scored.say(Said.dues(OTHER, YearMonth.of(LAST, 3), next(), "100.00", "80.00"));
        close(scheme);
    }

    private Api.Answer closing(long id) {
        return scored.get(Province.COUNTY, "/v1/schemes/" + id + "/closing");
    }

    private void close(long id) {
        var answer = scored.post(Province.COUNTY, "/v1/schemes/" + id + "/closing", Map.of("document", "虚考〔2026〕1号"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        await().atMost(Scored.PATIENCE)
                .until(() -> closing(id).json().path("state").asString().equals("FROZEN"));
    }

    @Test
    void isChangedByNothingThatIsHeardAfterwards() {
        var before = scored.explanation(TOWN, END);
        var rows = rows();

        scored.say(Said.dues(TOWN, YearMonth.of(LAST, 3), next(), "100.00", "99.00"));
        scored.say(Said.dues(TOWN, YearMonth.of(LAST, 5), next(), "100.00", "100.00"));

        var after = scored.explanation(TOWN, END);
        assertThat(rows()).isEqualTo(rows).isNotEmpty();
        assertThat(after.at("/parts/0/total")).isEqualTo(before.at("/parts/0/total"));
        assertThat(after.at("/parts/0/frozenAt").isNull()).isFalse();
        var dues = scored.line(after, "DUES");
        assertThat(dues.path("formula").asString()).contains("7000 ÷ 10000");
        assertThat(Paper.left(dues.path("formula").asString()))
                .isEqualTo(dues.path("points").asString());
        assertThat(dues.path("facts").valueStream().filter(fact -> fact.path("late")
                        .asBoolean()))
                .hasSize(2);
    }

    /** As it was frozen, and the same once more for whoever has lost it. */
    @Test
    void isToldWhenItIsFrozenAndAgainWhenAllIsToldAgain() {
        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(told(TOWN)).isNotEmpty());
        var first = told(TOWN).getFirst();
        assertThat(first.path("total")).isEqualTo(scored.explanation(TOWN, END).at("/parts/0/total"));
        assertThat(first.path("version").asLong()).isEqualTo(1);
        int before = told(TOWN).size();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(told(TOWN)).hasSizeGreaterThan(before));
        assertThat(told(TOWN)).allMatch(first::equals);
    }

    private List<JsonNode> told(long unit) {
        return broker.heardOf("assessment.scores-frozen.v1").stream()
                .filter(event -> event.at("/data/year").asInt() == LAST)
                .peek(event -> EventSchemas.validate("assessment.scores-frozen.v1", event.toString()))
                .flatMap(event -> event.at("/data/scores").valueStream())
                .filter(score -> score.path("unit").asLong() == unit)
                .toList();
    }

    private List<String> rows() {
        return jdbc.sql("""
            select concat_ws(' ', t.unit_id, t.total, t.frozen_at, s.indicator_id, s.numerator, s.denominator, s.points)
              from score_total t join score s on s.unit_id = t.unit_id and s.year = t.year and s.part_on = t.part_on
             where t.scheme_id = :scheme order by t.unit_id, s.indicator_id\
            """).param("scheme", scheme).query(String.class).list();
    }

    @Test
    void isClosedOnceAndNotBeforeItIsOver() {
        assertThat(scored.post(Province.COUNTY, "/v1/schemes/" + scheme + "/closing", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("year.closed-already");
        long now = scored.published(Province.COUNTY, scheme(YEAR, "TOWNSHIP", four()));
        assertThat(scored.post(Province.COUNTY, "/v1/schemes/" + now + "/closing", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("year.not-over");
        assertThat(scored.post(Province.COUNTY, "/v1/schemes/" + now + "/ranking", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("ranking.not-frozen");
    }

    /** A process that dies leaves some units frozen and the rest not: the next one goes on there. */
    @Test
    void goesOnWhereAProcessHasStopped() {
        long id = scored.published(Province.SIBLING_COUNTY, scheme(LAST, "VILLAGE", four()));
        scored.settled();
        jdbc.sql("""
            insert into year_close (scheme_id, unit_id, year, object, domain, state, done_upto, parts, document, subject, at)
            values (:scheme, :unit, :year, 'VILLAGE', 'ALL', 'CLOSING', 11211, 1, '虚', 'account:1', utc_timestamp(6))\
            """)
                .param("scheme", id)
                .param("unit", Province.SIBLING_COUNTY)
                .param("year", LAST)
                .update();

        await().atMost(Scored.PATIENCE).until(() -> jdbc.sql("select state from year_close where scheme_id = :scheme")
                .param("scheme", id)
                .query(String.class)
                .single()
                .equals("FROZEN"));

        assertThat(jdbc.sql("select unit_id from score_total where scheme_id = :scheme and frozen_at is not null")
                        .param("scheme", id)
                        .query(Long.class)
                        .list())
                .contains(11212L)
                .doesNotContain(11211L);
    }

    @Test
    void isRankedOnceAYearForWhomTheSchemeNames() {
        var ranked = scored.post(Province.COUNTY, "/v1/schemes/" + scheme + "/ranking", Map.of("document", "虚"));

        assertThat(ranked.status()).as(ranked.toString()).isEqualTo(201);
        assertThat(ranked.json().at("/places/0/unit").asLong()).isEqualTo(OTHER);
        assertThat(ranked.json().at("/places/1/place").asInt()).isEqualTo(2);
        assertThat(scored.post(Province.COUNTY, "/v1/schemes/" + scheme + "/ranking", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("ranking.made-already");
        assertThat(scored.get(Province.CITY, "/v1/schemes/" + scheme + "/ranking")
                        .status())
                .isEqualTo(200);
        assertThat(scored.get(TOWN, "/v1/schemes/" + scheme + "/ranking").problem())
                .isEqualTo("ranking.not-audience");

        long earlier = scored.published(Province.COUNTY, scheme(LAST - 1, "TOWNSHIP", four()));
        scored.settled();
        close(earlier);
        assertThat(scored.post(Province.COUNTY, "/v1/schemes/" + earlier + "/ranking", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("ranking.second-in-the-year");
        assertThat(scored.post(
                                Province.COUNTY,
                                "/v1/schemes/" + earlier + "/ranking",
                                Map.of("document", "虚", "basis", "虚依据〔2026〕1号"))
                        .status())
                .isEqualTo(201);
    }
}
