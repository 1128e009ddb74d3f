package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Paper;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A county adapts a provincial scheme, facts arrive, and a village reads why it has what it has. */
class ScoresTest extends RunningAssessment {

    private static final Instant NOW = Instant.now();
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final YearMonth LAST_MONTH = YearMonth.from(TODAY).minusMonths(1);

    private static final String NOTHING = "没有应计事项，按满分计：";

    private long village;

    @BeforeEach
    void aScheme() {
        scored.adapted(Province.COUNTY);
        village = scored.village(Province.TOWNSHIP);
        scored.settled();
    }

    @Test
    void comeFromFactsAndExplainThemselves() {
        onTime(village);
        onTime(village);
        scored.say(Said.addressed(next(), next(), village, YESTERDAY));
        scored.say(Said.work(village, next(), 87, 100, 3, TODAY));
        scored.say(Said.dues(village, LAST_MONTH, next(), "420.40", "400.00"));
        scored.say(Said.weak(village, next(), "CONFIRMED", TODAY));

        var explanation = scored.explanation(village, TODAY);

        var files = scored.line(explanation, "FILES");
        assertThat(files.path("formula").asString())
                .isEqualTo("min(30.00, max(0, 30.00 × (87 ÷ 100 − 50.00%) ÷ (100.00% − 50.00%))) = 22.20");
        assertThat(files.at("/restore/facts").asLong()).isEqualTo(13);
        assertThat(scored.line(explanation, "AWAY").path("points").asString()).isEqualTo("1.50");
        var weak = scored.line(explanation, "WEAK");
        assertThat(weak.path("formula").asString()).isEqualTo("10.00 − min(10.00, 1 × 4.00) = 6.00");
        assertThat(weak.at("/facts/0/link").asString()).startsWith("/organization/v1/weak-cases/");
        var tasks = scored.line(explanation, "TASKS");
        assertThat(tasks.at("/facts/0/numerator").asLong()).isZero();
        assertThat(tasks.at("/facts/0/link").asString()).startsWith("/task/v1/assignments/");
        isWhatItsTextSays(explanation);
        var part = explanation.path("parts").path(0);
        assertThat(part.path("stored").asString()).isEqualTo(part.path("total").asString());
        assertThat(part.at("/appeal/to").asLong()).isEqualTo(Province.COUNTY);
        assertThat(part.at("/rule/owner").asLong()).isEqualTo(Province.COUNTY);
    }

    /** "35.00 = 35.00" would explain nothing. */
    @Test
    void sayInBothLanguagesThatNothingFellDue() {
        var chinese = scored.explanation(village, TODAY);
        assertThat(scored.line(chinese, "TASKS").path("formula").asString()).isEqualTo(NOTHING + "35.00");
        assertThat(scored.line(chinese, "FILES").path("formula").asString()).isEqualTo("不适用");

        var english = api.get("/v1/units/" + village + "/explanation")
                .as(tokens.at(village))
                .header("Accept-Language", "en")
                .send()
                .json();
        assertThat(scored.line(english, "TASKS").path("formula").asString())
                .isEqualTo("nothing fell due, so all points: 35.00");
        assertThat(scored.line(english, "FILES").path("formula").asString()).isEqualTo("does not apply");
    }

    /** Each line and the sum, from the text alone. */
    private static void isWhatItsTextSays(JsonNode explanation) {
        assertThat(explanation.path("parts").size()).isPositive();
        for (var part : explanation.path("parts")) {
            for (var line : part.path("indicators")) {
                String formula = line.path("formula").asString();
                if (line.path("points").isNull()) continue;
                if (!formula.contains("=")) {
                    assertThat(line.path("denominator").asLong()).as(formula).isNotPositive();
                    assertThat(formula).isEqualTo(NOTHING + line.path("weight").asString());
                    assertThat(line.path("points").asString())
                            .isEqualTo(line.path("weight").asString());
                    continue;
                }
                assertThat(Paper.left(formula)).as(formula).isEqualTo(Paper.right(formula));
                assertThat(Paper.right(formula)).isEqualTo(line.path("points").asString());
            }
            String formula = part.path("formula").asString();
            assertThat(Paper.left(formula))
                    .as(formula)
                    .isEqualTo(part.path("total").asString());
        }
    }

    private long onTime(long unit) {
        long dispatch = next();
        long assignment = next();
        scored.say(Said.addressed(dispatch, assignment, unit, TOMORROW));
        scored.say(Said.changed(dispatch, assignment, unit, "SUBMITTED", 2, NOW));
        return assignment;
    }

    @Test
    void areTheSameInWhateverOrderThingsAreHeard() {
        var events = new ArrayList<List<String>>();
        long other = scored.village(Province.SECOND_TOWNSHIP);
        for (long unit : List.of(village, other)) {
            long dispatch = next();
            long assignment = next();
            events.add(List.of(
                    Said.addressed(dispatch, assignment, unit, TOMORROW),
                    Said.changed(dispatch, assignment, unit, "SUBMITTED", 2, NOW),
                    Said.returned(dispatch, assignment, unit, 3, NOW),
                    Said.dues(unit, LAST_MONTH, 5, "100.00", "80.00"),
                    Said.work(unit, 9, 61, 99, 1, TODAY)));
        }
        var shuffled = new ArrayList<>(events.get(1));
        Collections.reverse(shuffled);
        events.get(0).forEach(scored::say);
        shuffled.forEach(scored::say);

        assertThat(total(village)).isEqualTo(total(other)).isNotEqualTo("100.00");
        isWhatItsTextSays(scored.explanation(village, TODAY));
    }

    private String total(long unit) {
        return scored.explanation(unit, TODAY).at("/parts/0/total").asString();
    }

    @Test
    void areTheSameWhenAllIsMadeAnew() {
        scored.say(Said.work(village, next(), 73, 100, 2, TODAY));
        var kept = rows();

        jdbc.sql("delete from score where year = :year").param("year", YEAR).update();
        jdbc.sql("delete from score_total where year = :year")
                .param("year", YEAR)
                .update();
        jdbc.sql("insert into score_due (unit_id, year) select id, :year from unit where tier in ('COUNTY',"
                        + " 'TOWNSHIP', 'VILLAGE', 'BRANCH')")
                .param("year", YEAR)
                .update();
        scored.settled();

        assertThat(rows()).isEqualTo(kept).isNotEmpty();
    }

    private List<String> rows() {
        return jdbc.sql("""
            select concat_ws(' ', unit_id, part_on, indicator_id, numerator, denominator, points) from score
             where year = :year order by unit_id, part_on, indicator_id\
            """).param("year", YEAR).query(String.class).list();
    }

    @Test
    void countWhatIsSaidAgainOnce() {
        long dispatch = next();
        long assignment = next();
        String addressed = Said.addressed(dispatch, assignment, village, YESTERDAY);
        scored.say(addressed);
        var once = facts(assignment);

        broker.send(addressed, addressed);
        onTime(village);

        assertThat(facts(assignment)).isEqualTo(once).hasSize(2);
    }

    private List<String> facts(long assignment) {
        return jdbc.sql("""
            select concat_ws(' ', measure, day, numerator, denominator) from fact where thing = :thing order by measure\
            """)
                .param("thing", "assignment:" + assignment)
                .query(String.class)
                .list();
    }

    @Test
    void leaveOutWhatBecomesOfNobody() {
        long dispatch = next();
        long assignment = next();
        scored.say(Said.addressed(dispatch, assignment, village, YESTERDAY));
        long before = scored.line(scored.explanation(village, TODAY), "TASKS")
                .path("denominator")
                .asLong();

        scored.say(Said.changed(dispatch, assignment, village, "CLOSED", 4, NOW));

        assertThat(scored.line(scored.explanation(village, TODAY), "TASKS")
                        .path("denominator")
                        .asLong())
                .isEqualTo(before - 1);
    }

    @Test
    void countADeadlineFromTheDayBehindIt() {
        long assignment = next();
        scored.say(Said.addressed(next(), assignment, village, TOMORROW));
        long before = scored.line(scored.explanation(village, TODAY), "TASKS")
                .path("denominator")
                .asLong();
        assertThat(stored("TASKS")).isEqualTo(before);

        // as if that day had come over night
        jdbc.sql("update fact set day = :today where thing = :thing")
                .param("today", TODAY)
                .param("thing", "assignment:" + assignment)
                .update();
        jdbc.sql("update day_turn set day = :yesterday")
                .param("yesterday", TODAY.minusDays(1))
                .update();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stored("TASKS")).isEqualTo(before + 1));
    }

    private long stored(String code) {
        return jdbc.sql("""
            select s.denominator from score s join indicator i on i.id = s.indicator_id
             where s.unit_id = :unit and s.year = :year and i.code = :code\
            """)
                .param("unit", village)
                .param("year", YEAR)
                .param("code", code)
                .query(Long.class)
                .single();
    }

    /** 更好的事实不会降低得分. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void areNeverLowerForABetterFact(long seed) {
        var random = new Random(seed);
        long asked = 1 + random.nextInt(300);
        long there = random.nextInt((int) asked);
        scored.say(Said.work(village, next(), there, asked, random.nextInt(5), TODAY));
        var explanation = scored.explanation(village, TODAY);
        isWhatItsTextSays(explanation);

        var better = scored.post(
                village,
                "/v1/units/" + village + "/imagined-scores",
                Map.of(
                        "changes",
                        List.of(
                                Map.of("indicator", "FILES", "numerator", 1, "denominator", 0),
                                Map.of("indicator", "AWAY", "numerator", 1, "denominator", 1))));

        assertThat(better.status()).as(better.toString()).isEqualTo(200);
        assertThat(better.json().path("before").asString())
                .isEqualTo(explanation.at("/parts/0/total").asString());
        assertThat(better.json().path("total").asDouble())
                .isGreaterThanOrEqualTo(better.json().path("before").asDouble());
        String formula = better.json().path("formula").asString();
        assertThat(Paper.left(formula)).isEqualTo(better.json().path("total").asString());
    }

    /** Whoever names an indicator twice changes it twice; it counts once in the sum. */
    @Test
    void areImaginedWithAllChangesOfAnIndicatorTogether() {
        scored.say(Said.work(village, next(), 50, 100, 0, TODAY));
        var ten = Map.of("indicator", "FILES", "numerator", 10, "denominator", 0);
        var twenty = Map.of("indicator", "FILES", "numerator", 20, "denominator", 0);
        String path = "/v1/units/" + village + "/imagined-scores";

        var apart = scored.post(village, path, Map.of("changes", List.of(ten, ten)));

        assertThat(apart.status()).as(apart.toString()).isEqualTo(200);
        assertThat(apart.json())
                .isEqualTo(scored.post(village, path, Map.of("changes", List.of(twenty)))
                        .json());
    }

    @Test
    void areShownByChildWithTheMiddleAndNoRank() {
        scored.say(Said.work(village, next(), 50, 100, 0, TODAY));
        scored.compared();

        var results = scored.get(Province.TOWNSHIP, "/v1/units/" + Province.TOWNSHIP + "/results")
                .json();

        assertThat(results.path("results").valueStream().map(row -> row.path("unit")
                        .asLong()))
                .contains(Province.VILLAGE, Province.SECOND_VILLAGE, Province.THIRD_VILLAGE, village);
        var own = results.path("results")
                .valueStream()
                .filter(row -> row.path("unit").asLong() == village)
                .findFirst()
                .orElseThrow();
        assertThat(own.path("median").asString()).matches("[0-9]+[.][0-9]{2}");
        assertThat(results.toString()).doesNotContain("rank");
        assertThat(scored.get(Province.OTHER_COUNTY, "/v1/units/" + Province.TOWNSHIP + "/results")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void areOfNoDayThatIsToCome() {
        assertThat(scored.get(village, "/v1/units/" + village + "/explanation?day=" + TODAY.plusDays(1))
                        .problem())
                .isEqualTo("score.day-to-come");
    }
}
