package cn.dangjian.assessment.review;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.indicator;
import static cn.dangjian.assessment.Scored.scheme;
import static cn.dangjian.assessment.Scored.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Paper;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people give counts by the formula, and a year is not closed without it. */
class MarksTest extends RunningAssessment {

    private static final long OWNER = Province.SIBLING_COUNTY;
    private static final int PAST = YEAR - 3;

    private long published(int year) {
        var indicators = List.of(
                four().get(0),
                four().get(2),
                four().get(3),
                with(indicator("SEEN", "EXPERT", "", "20.00"), "unannounced", 70),
                indicator("SAID", "VOTE", "", "10.00"));
        return scored.published(OWNER, scheme(year, "TOWNSHIP", indicators));
    }

    private Api.Answer self(long unit, String points) {
        return scored.post(
                unit,
                "/v1/units/" + unit + "/self-assessments",
                Map.of("year", YEAR, "indicator", "SEEN", "points", points, "words", "阵地建成"));
    }

    private Api.Answer check(long owner, long unit, boolean unannounced, String points, String difference) {
        var body = new HashMap<String, Object>(Map.of(
                "year",
                YEAR,
                "indicator",
                "SEEN",
                "day",
                TODAY.toString(),
                "unannounced",
                unannounced,
                "points",
                points,
                "words",
                "实地查看"));
        if (!difference.isEmpty()) body.put("difference", difference);
        return scored.post(owner, "/v1/units/" + unit + "/checks", body);
    }

    private Api.Answer vote(long unit, int year, int sheets, String points) {
        return scored.post(
                OWNER,
                "/v1/units/" + unit + "/votes",
                Map.of(
                        "year",
                        year,
                        "indicator",
                        "SAID",
                        "day",
                        LocalDate.of(year, 1, 1).toString(),
                        "sheets",
                        sheets,
                        "points",
                        points,
                        "words",
                        "民主评议"));
    }

    private String points(long unit, String code) {
        scored.settled();
        var line = scored.line(scored.explanation(unit, TODAY), code);
        if (line.path("points").isNull()) return "none";
        assertThat(Paper.left(line.path("formula").asString()))
                .isEqualTo(line.path("points").asString());
        return line.path("points").asString();
    }

    @Test
    void mixesChecksWithTheirWeightsAndSaysWhyTheyDifferFromTheUnitsOwnWord() {
        published(YEAR);
        long township = scored.township(OWNER);
        assertThat(self(township, "20.00").status()).isEqualTo(201);
        assertThat(points(township, "SEEN")).isEqualTo("none");

        assertThat(check(OWNER, township, false, "16.00", "").problem()).isEqualTo("mark.difference-unsaid");
        var checked = check(OWNER, township, false, "16.00", "台账不全");
        assertThat(checked.status()).as(checked.toString()).isEqualTo(201);
        assertThat(points(township, "SEEN")).isEqualTo("16.00");
        assertThat(check(OWNER, township, true, "10.00", "当天无人值守").status()).isEqualTo(201);

        // 30 % of 16 and 70 % of 10
        assertThat(points(township, "SEEN")).isEqualTo("11.80");
        var marks = scored.get(township, "/v1/units/" + township + "/marks?year=" + YEAR)
                .json();
        assertThat(marks.at("/given/0/marks").valueStream().map(mark -> mark.path("source")
                        .asString()))
                .containsExactly("SELF", "ANNOUNCED", "UNANNOUNCED");
        var line = scored.line(scored.explanation(township, TODAY), "SEEN");
        assertThat(line.at("/facts/0/link").asString())
                .isEqualTo("/assessment/v1/units/" + township + "/marks?year=" + YEAR);

        long wrong = marks.at("/given/0/marks/2/id").asLong();
        assertThat(scored.post(township, "/v1/marks/" + wrong + "/withdrawal", Map.of("reason", "不服"))
                        .problem())
                .isEqualTo("mark.not-owner");
        assertThat(scored.post(OWNER, "/v1/marks/" + wrong + "/withdrawal", Map.of("reason", "走错村"))
                        .status())
                .isEqualTo(200);
        assertThat(scored.post(OWNER, "/v1/marks/" + wrong + "/withdrawal", Map.of("reason", "走错村"))
                        .problem())
                .isEqualTo("mark.withdrawn-already");
        assertThat(points(township, "SEEN")).isEqualTo("16.00");
    }

    @Test
    void isGivenByTheRightPeopleWithinItsBounds() {
        published(YEAR);
        long township = scored.township(OWNER);

        assertThat(scored.post(
                                OWNER,
                                "/v1/units/" + township + "/self-assessments",
                                Map.of("year", YEAR, "indicator", "SEEN", "points", "1.00", "words", "代填"))
                        .problem())
                .isEqualTo("mark.not-self");
        assertThat(check(township, township, false, "20.00", "").problem()).isEqualTo("mark.not-owner");
        assertThat(check(Province.CITY, township, false, "20.00", "").problem()).isEqualTo("mark.not-scored");
        assertThat(check(OWNER, township, false, "20.01", "").problem()).isEqualTo("mark.points-over");
        assertThat(vote(township, YEAR, 4, "40.00").problem()).isEqualTo("mark.too-few");
        assertThat(vote(township, YEAR, 5, "50.01").problem()).isEqualTo("mark.points-over");
        assertThat(scored.post(
                                OWNER,
                                "/v1/units/" + township + "/waivers",
                                Map.of("year", YEAR, "indicator", "DUES", "reason", "无", "document", "虚"))
                        .problem())
                .isEqualTo("mark.wrong-source");
        assertThat(jdbc.sql("select count(*) from mark m join given g on g.id = m.given_id where g.unit_id = :unit")
                        .param("unit", township)
                        .query(Integer.class)
                        .single())
                .isZero();

        assertThat(vote(township, YEAR, 5, "45.00").status()).isEqualTo(201);
        assertThat(points(township, "SAID")).isEqualTo("9.00");
    }

    /** Nobody else can: without its points the county that a unit has left would never close its year. */
    @Test
    void areGivenByTheCountyThatAUnitHasLeftForItsPartOfTheYear() {
        int year = YEAR - 1;
        long id = published(year);
        long township = scored.township(OWNER);
        String left = scored.path(township);
        leave(township, left, LocalDate.of(year, 7, 1));
        jdbc.sql("insert ignore into score_due (unit_id, year) values (:unit, :year)")
                .param("unit", township)
                .param("year", year)
                .update();
        scored.settled();
        assertThat(open(id, township)).containsExactly("SEEN", "SAID");

        var given = vote(township, year, 10, "80.00");

        assertThat(given.status()).as(given.toString()).isEqualTo(201);
        assertThat(given.json().path("given").size()).isEqualTo(1);
        assertThat(open(id, township)).containsExactly("SEEN");
        long mark = given.json().at("/given/0/marks/0/id").asLong();
        assertThat(scored.post(Province.COUNTY, "/v1/marks/" + mark + "/withdrawal", Map.of("reason", "不是我的"))
                        .problem())
                .isEqualTo("mark.unknown");
        assertThat(scored.get(Province.COUNTY, "/v1/units/" + township + "/marks?year=" + year)
                        .status())
                .isEqualTo(404);
        assertThat(scored.get(OWNER, "/v1/units/" + township + "/marks?year=" + (year - 1))
                        .status())
                .isEqualTo(404);
        var waived = scored.post(
                OWNER,
                "/v1/units/" + township + "/waivers",
                Map.of("year", year, "indicator", "SEEN", "reason", "未开展", "document", "虚考〔2025〕2号"));
        assertThat(waived.status()).as(waived.toString()).isEqualTo(201);
        assertThat(open(id, township)).isEmpty();
        scored.settled();
        var part = scored.explanation(township, LocalDate.of(year, 6, 30));
        assertThat(scored.line(part, "SAID").path("points").asString()).isEqualTo("8.00");
    }

    private List<String> open(long scheme, long unit) {
        return scored.get(OWNER, "/v1/schemes/" + scheme + "/open-points")
                .json()
                .path("open")
                .valueStream()
                .filter(one -> one.path("unit").asLong() == unit)
                .map(one -> one.path("indicator").asString())
                .toList();
    }

    /** As when it is heard that the unit stands in another city from a day on. */
    private void leave(long unit, String before, LocalDate day) {
        String after = scored.path(Province.OTHER_COUNTY) + Province.segment(unit);
        jdbc.sql("update unit set parent_id = :parent, path = :path where id = :unit")
                .param("parent", Province.OTHER_COUNTY)
                .param("path", after)
                .param("unit", unit)
                .update();
        jdbc.sql("""
            insert into unit_stay (unit_id, from_on, to_on, path)
            values (:unit, '2022-01-01', :day, :before), (:unit, :day, '9999-12-31', :after)\
            """)
                .param("unit", unit)
                .param("day", day)
                .param("before", before)
                .param("after", after)
                .update();
    }

    /** Checks that are written down at once are all counted: the last one saw the others. */
    @Test
    void countsAllThatAreGivenAtOnce() {
        published(YEAR);
        long township = scored.township(OWNER);

        var answers = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> check(OWNER, township, false, each + ".00", "").status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(201);
        assertThat(points(township, "SEEN")).isEqualTo("2.50");
    }

    @Test
    void keepsAYearOpenUntilAllIsGivenOrDoesNotApply() {
        long id = published(PAST);
        long township = scored.township(OWNER);
        scored.say(Said.weak(township, Scored.next(), "CONFIRMED", LocalDate.of(PAST, 5, 1)));
        var close = Map.of("document", "虚考〔2024〕1号");

        var refused = scored.post(OWNER, "/v1/schemes/" + id + "/closing", close);

        assertThat(refused.problem()).isEqualTo("year.points-open");
        assertThat(refused.json().path("detail").asString()).contains("指标SEEN");
        assertThat(vote(township, PAST, 10, "80.00").status()).isEqualTo(201);
        var open = scored.get(OWNER, "/v1/schemes/" + id + "/open-points").json();
        assertThat(open.path("open")
                        .valueStream()
                        .filter(one -> one.path("unit").asLong() == township)
                        .map(one -> one.path("indicator").asString()))
                .containsExactly("SEEN");
        open.path("open").forEach(one -> {
            long unit = one.path("unit").asLong();
            String code = one.path("indicator").asString();
            var waived = scored.post(
                    OWNER,
                    "/v1/units/" + unit + "/waivers",
                    Map.of("year", PAST, "indicator", code, "reason", "当年未开展", "document", "虚考〔2024〕2号"));
            assertThat(waived.status()).as(waived.toString()).isEqualTo(201);
        });
        assertThat(scored.post(OWNER, "/v1/schemes/" + id + "/closing", close).status())
                .isEqualTo(202);
        await().atMost(Scored.PATIENCE).until(() -> scored.get(OWNER, "/v1/schemes/" + id + "/closing")
                .json()
                .path("state")
                .asString()
                .equals("FROZEN"));

        var frozen = scored.explanation(township, LocalDate.of(PAST, 12, 31));
        assertThat(scored.line(frozen, "SAID").path("points").asString()).isEqualTo("8.00");
        assertThat(scored.line(frozen, "SEEN").path("points").isNull()).isTrue();
        assertThat(vote(township, PAST, 10, "100.00").problem()).isEqualTo("mark.closed");
    }
}
