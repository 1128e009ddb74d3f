package cn.dangjian.assessment.result;

import static cn.dangjian.assessment.Scored.TODAY;
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
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A unit contests what it has; of the scheme's owner one person looks, and another one decides. */
class AppealTest extends RunningAssessment {

    private static final int PAST = YEAR - 4;
    private static final LocalDate END = LocalDate.of(PAST, 12, 31);
    private static final long OWNER = Province.COUNTY;
    private static final long PAST_OWNER = Province.SIBLING_COUNTY;
    private static final long LOOKS = 901;
    private static final long DECIDES = 902;

    private long weakVillage() {
        scored.adapted(OWNER);
        long village = scored.village(Province.TOWNSHIP);
        long weak = next();
        scored.say(Said.weak(village, weak, "CONFIRMED", TODAY));
        return village;
    }

    private Api.Answer file(long unit, LocalDate day, String indicator, List<Map<String, String>> facts) {
        var body = new HashMap<String, Object>(Map.of("day", day.toString(), "words", "认定有误，已于上月销号", "facts", facts));
        if (!indicator.isEmpty()) body.put("indicator", indicator);
        return scored.post(unit, "/v1/units/" + unit + "/appeals", body);
    }

    private long filed(long unit, LocalDate day, String indicator) {
        var answer = file(unit, day, indicator, List.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer step(long unit, long account, long appeal, String step, Object body) {
        return api.post("/v1/appeals/" + appeal + "/" + step, body)
                .as(tokens.at(unit, account))
                .key()
                .send();
    }

    private void examined(long owner, long appeal) {
        var answer = step(owner, LOOKS, appeal, "examination", Map.of("words", "经查属实"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Map<String, Object> correction(long numerator, long denominator) {
        return Map.of("numerator", numerator, "denominator", denominator, "document", "虚考〔2026〕7号", "reason", "原数有误");
    }

    private static JsonNode total(JsonNode explanation) {
        return explanation.at("/parts/0/total");
    }

    /** The correction is a fact with a link to its appeal: the formula computes the points, and says so. */
    @Test
    void givesPointsBackByACorrectedFactWhileTheYearIsOpen() {
        long village = weakVillage();
        var before = scored.line(scored.explanation(village, TODAY), "WEAK");
        var contested = before.at("/facts/0/thing").asString();
        var answer = file(village, TODAY, "WEAK", List.of(Map.of("measure", "organization.weak", "thing", contested)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("points").asString()).isEqualTo("6.00");
        assertThat(answer.json().at("/facts/0/thing").asString()).isEqualTo(contested);
        long appeal = answer.json().path("id").asLong();
        examined(OWNER, appeal);

        var upheld = step(OWNER, DECIDES, appeal, "upholding", correction(-1, 0));

        assertThat(upheld.status()).as(upheld.toString()).isEqualTo(200);
        assertThat(upheld.json().at("/correction/frozen").asBoolean()).isFalse();
        assertThat(upheld.json().at("/correction/pointsBefore").asString()).isEqualTo("6.00");
        scored.settled();
        var explanation = scored.explanation(village, TODAY);
        var after = scored.line(explanation, "WEAK");
        assertThat(after.path("points").asString())
                .isEqualTo("10.00")
                .isEqualTo(upheld.json().at("/correction/points").asString())
                .isEqualTo(Paper.left(after.path("formula").asString()));
        assertThat(after.path("facts").valueStream().map(fact -> fact.path("link")
                        .asString()))
                .contains("/assessment/v1/appeals/" + appeal);
        assertThat(total(explanation))
                .isEqualTo(upheld.json().at("/correction/total"))
                .isEqualTo(explanation.at("/parts/0/stored"));
        assertThat(upheld.json().path("journal").valueStream().map(entry -> entry.path("step")
                        .asString()))
                .containsExactly("FILED", "EXAMINED", "UPHELD");
    }

    @Test
    void isDecidedByAnotherPersonOfTheOwnerThanTheOneWhoLooked() {
        long village = weakVillage();
        long appeal = filed(village, TODAY, "WEAK");

        assertThat(step(Province.TOWNSHIP, LOOKS, appeal, "examination", Map.of("words", "看"))
                        .problem())
                .isEqualTo("appeal.not-yours");
        assertThat(step(OWNER, DECIDES, appeal, "upholding", correction(-1, 0)).problem())
                .isEqualTo("appeal.wrong-state");
        examined(OWNER, appeal);
        assertThat(step(OWNER, LOOKS, appeal, "upholding", correction(-1, 0)).problem())
                .isEqualTo("appeal.same-person");
        assertThat(step(OWNER, LOOKS, appeal, "refusal", Map.of("document", "虚", "reason", "不"))
                        .problem())
                .isEqualTo("appeal.same-person");
        assertThat(step(OWNER, DECIDES, appeal, "upholding", correction(0, 0)).problem())
                .isEqualTo("appeal.changes-nothing");
        assertThat(step(OWNER, DECIDES, appeal, "upholding", correction(1, 0)).problem())
                .isEqualTo("appeal.changes-nothing");

        var refused = step(OWNER, DECIDES, appeal, "refusal", Map.of("document", "虚考〔2026〕8号", "reason", "认定无误"));

        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(scored.line(scored.explanation(village, TODAY), "WEAK")
                        .path("points")
                        .asString())
                .isEqualTo("6.00");
    }

    @Test
    void isFiledByTheUnitItselfOnceAboutWhatItHas() {
        long village = weakVillage();
        long other = scored.village(Province.TOWNSHIP);

        assertThat(scored.post(
                                OWNER,
                                "/v1/units/" + village + "/appeals",
                                Map.of("day", TODAY.toString(), "words", "代", "facts", List.of()))
                        .problem())
                .isEqualTo("appeal.not-yours");
        assertThat(file(village, TODAY, "NOTHING", List.of()).problem()).isEqualTo("score.indicator-unknown");
        assertThat(file(village, TODAY.plusDays(1), "", List.of()).problem()).isEqualTo("score.day-to-come");
        var mine = scored.line(scored.explanation(village, TODAY), "WEAK").at("/facts/0/thing");
        assertThat(file(other, TODAY, "WEAK", List.of(Map.of("measure", "organization.weak", "thing", mine.asString())))
                        .problem())
                .isEqualTo("appeal.fact-unknown");

        long appeal = filed(village, TODAY, "");
        assertThat(file(village, TODAY, "", List.of()).problem()).isEqualTo("appeal.open-already");
        examined(OWNER, appeal);
        assertThat(step(OWNER, DECIDES, appeal, "upholding", correction(-1, 0)).problem())
                .isEqualTo("appeal.indicator-missing");
        assertThat(step(village, 1, appeal, "withdrawal", Map.of("words", "已说明"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(file(village, TODAY, "", List.of()).status()).isEqualTo(201);
    }

    /** Two press the button at once: one has decided, and the correction counts once. */
    @Test
    void isUpheldOnceByTwoAtOnce() {
        long village = weakVillage();
        long appeal = filed(village, TODAY, "WEAK");
        examined(OWNER, appeal);

        var answers = Stream.of(DECIDES, DECIDES + 1)
                .map(account ->
                        CompletableFuture.supplyAsync(() -> step(OWNER, account, appeal, "upholding", correction(-1, 0))
                                .status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        assertThat(jdbc.sql("select count(*) from fact where thing = :thing")
                        .param("thing", "appeal:" + appeal)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /**
     * What is frozen stays; what it should have been stands beside it, and a second correction goes on from there, also if it
     * was filed before the first one.
     */
    @Test
    void standsBesideWhatIsFrozen() {
        long township = scored.township(PAST_OWNER);
        long id = scored.published(PAST_OWNER, scheme(PAST, "TOWNSHIP", four()));
        scored.say(Said.dues(township, YearMonth.of(PAST, 3), next(), "100.00", "70.00"));
        scored.say(Said.weak(township, next(), "CONFIRMED", LocalDate.of(PAST, 5, 1)));
        scored.post(PAST_OWNER, "/v1/schemes/" + id + "/closing", Map.of("document", "虚考〔2023〕1号"));
        await().atMost(Scored.PATIENCE).until(() -> scored.get(PAST_OWNER, "/v1/schemes/" + id + "/closing")
                .json()
                .path("state")
                .asString()
                .equals("FROZEN"));
        var before = scored.explanation(township, END);
        // what is heard too late is in no correction either
        scored.say(Said.dues(township, YearMonth.of(PAST, 4), next(), "100.00", "0.00"));

        long second = filed(township, END, "WEAK");
        long appeal = filed(township, END, "DUES");
        examined(PAST_OWNER, appeal);
        var upheld = step(PAST_OWNER, DECIDES, appeal, "upholding", correction(2500, 0));
        assertThat(upheld.status()).as(upheld.toString()).isEqualTo(200);
        examined(PAST_OWNER, second);
        var again = step(PAST_OWNER, DECIDES, second, "upholding", correction(-1, 0));
        assertThat(again.status()).as(again.toString()).isEqualTo(200);

        var after = scored.explanation(township, END);
        assertThat(total(after)).isEqualTo(total(before));
        assertThat(scored.line(after, "DUES").path("points"))
                .isEqualTo(scored.line(before, "DUES").path("points"));
        assertThat(after.at("/parts/0/corrections/0/frozen"))
                .isEqualTo(scored.line(before, "DUES").path("points"));
        // 9500 of 10000 is the full mark
        assertThat(after.at("/parts/0/corrections/0/points").asString()).isEqualTo("20.00");
        assertThat(after.at("/parts/0/corrections/1/points").asString()).isEqualTo("10.00");
        // tasks, dues and weak units apply, and all of them are full now
        assertThat(after.at("/parts/0/corrections/1/total").asString()).isEqualTo("100.00");
        assertThat(upheld.json().at("/correction/totalBefore")).isEqualTo(total(before));
        assertThat(again.json().at("/correction/totalBefore"))
                .isEqualTo(upheld.json().at("/correction/total"));
        assertThat(scored.get(township, "/v1/units/" + township + "/results?year=" + PAST)
                        .json()
                        .at("/results/0/corrected")
                        .asString())
                .isEqualTo("100.00");
        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(broker.heardOf("assessment.scores-frozen.v1").stream()
                                .flatMap(event -> event.at("/data/scores").valueStream())
                                .filter(score -> score.path("unit").asLong() == township)
                                .max(Comparator.comparingLong(
                                        score -> score.path("version").asLong()))
                                .orElseThrow()
                                .path("total")
                                .asString())
                        .as("whoever counts hears the corrected total")
                        .isEqualTo("100.00"));
        assertThat(jdbc.sql("select count(*) from fact where thing = :thing")
                        .param("thing", "appeal:" + appeal)
                        .query(Integer.class)
                        .single())
                .isZero();

        jdbc.sql("update score_total set frozen_at = frozen_at - interval 16 day where unit_id = :unit")
                .param("unit", township)
                .update();
        assertThat(file(township, END, "TASKS", List.of()).problem()).isEqualTo("appeal.too-late");
    }
}
