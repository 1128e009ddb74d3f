package cn.dangjian.assessment.result;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules over frozen years ask people to look, and say what they saw; people decide. */
class ConsequenceTest extends RunningAssessment {

    private static final long OWNER = Province.OTHER_CITY;
    private static final int LAST = YEAR - 2;
    private static final long TELLS = 911;
    private static final long DECIDES = 912;
    private static final long HEARS = 913;

    private static long incomplete;
    private static long worst;
    private static long steady;
    private static long rising;

    /** Three years on file, of which the last one is graded over the doors. */
    @BeforeEach
    void threeYears() {
        if (worst != 0) return;
        worst = scored.township(Province.OTHER_COUNTY);
        steady = scored.township(Province.OTHER_COUNTY);
        rising = scored.township(Province.OTHER_COUNTY);
        incomplete = scored.village(worst);
        scored.say(
                team(incomplete, LocalDate.of(LAST, 6, 1), 3),
                team(scored.village(worst), LocalDate.of(LAST, 6, 1), 5),
                team(scored.village(steady), LocalDate.of(LAST, 6, 1), 3));
        rule("assessment.consequence.bottom.places", 1);
        rule("assessment.consequence.bottom.peers.least", 3);
        past(LAST - 2, "AVERAGE", "AVERAGE");
        past(LAST - 1, "POOR", "FAIRLY_GOOD");
        file(frozen());
    }

    /** How the team of a village stands, of five seats. */
    private static String team(long village, LocalDate day, int filled) {
        return Said.event("organization.team-changed.v1", "team:" + village, 1, """
            {"unit":%d,"asOf":"%s","quota":5,"filled":%d,"secretary":true,"dueOn":null}\
            """.formatted(village, day, filled));
    }

    private void rule(String rule, int value) {
        var set = scored.post(
                OWNER,
                "/v1/rules/" + rule + "/settings",
                Map.of("since", TODAY.toString(), "value", value, "document", "虚组〔2026〕6号"));
        assertThat(set.status()).as(set.toString()).isEqualTo(204);
    }

    private void past(int year, String ofWorst, String ofRising) {
        long id = next();
        jdbc.sql("""
            insert into grading (id, scheme_id, unit_id, year, scale, document, filed_on)
            values (:id, :id, :owner, :year, 'GRADES', '虚考', '2025-03-01')\
            """).param("id", id).param("owner", OWNER).param("year", year).update();
        Map.of(worst, ofWorst, steady, "GOOD", rising, ofRising).forEach((unit, grade) -> jdbc.sql("""
            insert into grade (grading_id, unit_id, grade, total) values (:id, :unit, :grade, :total)\
            """)
                .param("id", id)
                .param("unit", unit)
                .param("grade", grade)
                .param("total", unit == worst ? 5_000 : 9_000)
                .update());
    }

    private long frozen() {
        long id = scored.published(OWNER, scheme(LAST, "TOWNSHIP", four()));
        scored.say(Said.weak(worst, next(), "CONFIRMED", LocalDate.of(LAST, 5, 1)));
        var closed = scored.post(OWNER, "/v1/schemes/" + id + "/closing", Map.of("document", "虚考1号"));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(202);
        await().atMost(Scored.PATIENCE).until(() -> scored.get(OWNER, "/v1/schemes/" + id + "/closing")
                .json()
                .path("state")
                .asString()
                .equals("FROZEN"));
        return id;
    }

    private void file(long scheme) {
        var grades = new HashMap<Long, String>();
        scored.get(OWNER, "/v1/schemes/" + scheme + "/graded-units")
                .json()
                .path("units")
                .forEach(unit -> grades.put(unit.path("unit").asLong(), "GOOD"));
        grades.put(worst, "POOR");
        grades.put(rising, "GOOD");
        var proposed = scored.post(
                OWNER,
                "/v1/schemes/" + scheme + "/gradings",
                Map.of(
                        "scale",
                        "GRADES",
                        "document",
                        "虚考〔2026〕9号",
                        "grades",
                        grades.entrySet().stream()
                                .map(each -> Map.of("unit", each.getKey(), "grade", each.getValue()))
                                .toList()));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        var filed = scored.post(
                Province.PROVINCE,
                "/v1/gradings/" + proposed.json().path("id").asLong() + "/filing",
                Map.of("document", "虚组〔2026〕10号"));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
    }

    private List<JsonNode> of(long unit) {
        return scored.get(unit, "/v1/consequences?limit=200")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private long consequence(String ground) {
        return of(worst).stream()
                .filter(one -> one.path("ground").asString().equals(ground))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private Api.Answer step(long unit, long account, long id, String step, Object body) {
        return api.post("/v1/consequences/" + id + "/" + step, body)
                .as(tokens.at(unit, account))
                .key()
                .send();
    }

    private static Map<String, Object> decision(String measure) {
        return Map.of("measure", measure, "document", "虚委〔2026〕4号", "reason", "研究决定");
    }

    private void told(long id) {
        var told = step(OWNER, TELLS, id, "notice", Map.of("words", "拟研究结果运用，请陈述"));
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
    }

    private void heard(long id) {
        jdbc.sql("update consequence set hearing_until = :day where id = :id")
                .param("day", TODAY.minusDays(1))
                .param("id", id)
                .update();
    }

    @Test
    void asksPeopleWithTheTrailOfTheYears() {
        assertThat(of(worst))
                .extracting(one -> one.path("ground").asString())
                .containsExactlyInAnyOrder("FAILED", "FAILED_AGAIN", "NO_RISE", "BOTTOM", "BOTTOM_TEAM");
        assertThat(of(steady)).isEmpty();
        assertThat(of(rising)).isEmpty();

        var bottom =
                scored.get(worst, "/v1/consequences/" + consequence("BOTTOM")).json();

        assertThat(bottom.path("evidence").valueStream().map(one -> one.path("year")
                        .asInt()))
                .containsExactly(LAST - 2, LAST - 1, LAST);
        assertThat(bottom.at("/evidence/0/total").asString()).isEqualTo("50.00");
        assertThat(bottom.at("/evidence/2/fewer").asInt()).isZero();
        assertThat(bottom.at("/journal/0/step").asString()).isEqualTo("ASKED");
        assertThat(bottom.at("/journal/0/subject").asString()).isEqualTo("service:assessment");
        assertThat(bottom.path("source").asString()).contains("ASM-09");

        // of this one nobody has decided anything: so it stays
        var asked = scored.get(worst, "/v1/consequences/" + consequence("FAILED_AGAIN"))
                .json();
        assertThat(asked.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(asked.path("measure").isNull()).isTrue();
        assertThat(asked.path("journal").size()).isEqualTo(1);
    }

    @Test
    void isDecidedByPeopleAfterTheUnitWasHeard() {
        long id = consequence("BOTTOM");
        assertThat(step(Province.PROVINCE, TELLS, id, "notice", Map.of("words", "代"))
                        .problem())
                .isEqualTo("consequence.not-yours");
        assertThat(step(OWNER, DECIDES, id, "decision", decision("INTERVIEW")).problem())
                .isEqualTo("consequence.wrong-state");
        told(id);
        assertThat(step(worst, 1, id, "statements", Map.of("words", "当年换届")).status())
                .isEqualTo(200);
        assertThat(step(OWNER, DECIDES, id, "decision", decision("INTERVIEW")).problem())
                .isEqualTo("consequence.hearing-open");
        heard(id);
        assertThat(step(OWNER, TELLS, id, "decision", decision("INTERVIEW")).problem())
                .isEqualTo("consequence.same-person");

        var answers = Stream.of("INTERVIEW", "ADMONITION")
                .map(measure -> CompletableFuture.supplyAsync(() ->
                        step(OWNER, DECIDES, id, "decision", decision(measure)).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);

        assertThat(step(worst, 1, id, "appeal", Map.of("words", "不服")).status()).isEqualTo(200);
        var review = Map.of("document", "虚省〔2026〕1号", "reason", "事实不清");
        assertThat(step(OWNER, HEARS, id, "revocation", review).problem()).isEqualTo("consequence.not-yours");
        assertThat(step(Province.PROVINCE, HEARS, id, "revocation", review)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(scored.get(worst, "/v1/consequences/" + id)
                        .json()
                        .path("journal")
                        .valueStream()
                        .map(entry -> entry.path("step").asString()))
                .containsExactly("ASKED", "NOTICED", "HEARD", "DECIDED", "APPEALED", "REVOKED");
    }

    /** 诫勉谈话: the last ones of the year, of whose villages one has no whole team. */
    @Test
    void asksForATalkWhoseRecordSaysWhatWasAskedFor() {
        long id = consequence("BOTTOM_TEAM");
        var asked = scored.get(worst, "/v1/consequences/" + id).json();
        assertThat(asked.path("gaps").valueStream().map(gap -> gap.path("unit").asLong()))
                .containsExactly(incomplete);
        assertThat(asked.at("/gaps/0/filled").asInt()).isEqualTo(3);
        assertThat(asked.at("/gaps/0/quota").asInt()).isEqualTo(5);
        assertThat(asked.at("/gaps/0/event").asString()).hasSize(36);
        assertThat(asked.path("evidence").size()).isEqualTo(1);
        rule("assessment.ladder.admonition.days", 20);
        told(id);
        heard(id);
        assertThat(step(OWNER, DECIDES, id, "decision", decision("REASSIGNMENT"))
                        .problem())
                .isEqualTo("consequence.not-triggered");
        var decided = step(OWNER, DECIDES, id, "decision", decision("ADMONITION"));
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(decided.json().path("dueOn").asString())
                .isEqualTo(TODAY.plusDays(20).toString());
        assertThat(step(OWNER, HEARS, id, "settlement", Map.of("words", "已落实")).problem())
                .isEqualTo("consequence.talk-missing");

        assertThat(step(Province.PROVINCE, TELLS, id, "talk", talk(TODAY, TODAY.plusDays(60)))
                        .problem())
                .isEqualTo("consequence.not-yours");
        assertThat(step(OWNER, TELLS, id, "talk", talk(TODAY.plusDays(1), TODAY.plusDays(60)))
                        .problem())
                .isEqualTo("consequence.day-ahead");
        assertThat(step(OWNER, TELLS, id, "talk", talk(TODAY.minusDays(1), TODAY.plusDays(60)))
                        .problem())
                .isEqualTo("consequence.talk-days-unfit");
        assertThat(step(OWNER, TELLS, id, "talk", talk(TODAY, TODAY.minusDays(1)))
                        .problem())
                .isEqualTo("consequence.talk-days-unfit");
        var talked = step(OWNER, TELLS, id, "talk", talk(TODAY, TODAY.plusDays(60)));
        assertThat(talked.status()).as(talked.toString()).isEqualTo(200);
        assertThat(talked.json().at("/state").asString()).isEqualTo("TALKED");
        assertThat(talked.json().at("/talk/byPost").asString()).isEqualTo("市委组织部部长");
        assertThat(talked.json().at("/talk/asked").asString()).isEqualTo("三个月内配齐村班子");
        assertThat(talked.json().at("/dueOn").asString())
                .isEqualTo(TODAY.plusDays(60).toString());

        assertThat(step(OWNER, TELLS, id, "settlement", Map.of("words", "已落实")).problem())
                .isEqualTo("consequence.same-person");
        var settled = step(OWNER, HEARS, id, "settlement", Map.of("words", "班子已配齐"));
        assertThat(settled.json().at("/state").asString()).isEqualTo("SETTLED");
        assertThat(settled.json().path("journal").findValuesAsString("step"))
                .containsExactly("ASKED", "NOTICED", "DECIDED", "TALKED", "SETTLED");
    }

    private static Map<String, Object> talk(LocalDate day, LocalDate until) {
        return Map.of(
                "day",
                day.toString(),
                "byPost",
                "市委组织部部长",
                "withPost",
                "镇党委书记",
                "words",
                "指出问题，听取说明",
                "asked",
                "三个月内配齐村班子",
                "until",
                until.toString());
    }

    @Test
    void isContestedInTimeOnlyAndMayBeLetBe() {
        long id = consequence("FAILED");
        told(id);
        heard(id);
        assertThat(step(OWNER, DECIDES, id, "decision", decision("NO_PROMOTION"))
                        .status())
                .isEqualTo(200);
        jdbc.sql("update consequence set decided_on = :day where id = :id")
                .param("day", TODAY.minusDays(31))
                .param("id", id)
                .update();
        assertThat(step(worst, 1, id, "appeal", Map.of("words", "不服")).problem())
                .isEqualTo("consequence.too-late");

        long other = consequence("NO_RISE");
        assertThat(step(OWNER, TELLS, other, "dismissal", Map.of("words", "基数已高"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DISMISSED");
    }
}
