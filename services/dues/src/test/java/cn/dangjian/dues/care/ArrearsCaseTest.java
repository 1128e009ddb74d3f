package cn.dangjian.dues.care;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 连续六个月: a rule asks, the branch hears and votes, another person above decides, and nobody's standing changes. */
class ArrearsCaseTest extends Arrears {

    private static final String TYPE = "dues.arrears-case-changed.v1";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void isAskedAtSixMonthsAndNotAtFive() {
        long five = owing(5);
        long six = owing(6);

        long id = asked(six);

        var view = payers.get(BRANCH, "/v1/arrears-cases/" + id).json();
        assertThat(view.at("/arrears/state").asString()).isEqualTo("ASKED");
        assertThat(view.at("/arrears/months").asInt()).isEqualTo(6);
        assertThat(view.at("/arrears/open").asString()).isEqualTo("90.00");
        assertThat(view.at("/journal/0/step").asString()).isEqualTo("ASKED");
        assertThat(view.at("/journal/0/unit").isNull()).isTrue();
        assertThat(cases(BRANCH, five)).isEmpty();
        assertThat(cases(BRANCH, six)).hasSize(1);
        assertThat(payers.get(BRANCH, "/v1/units/" + BRANCH + "/arrears?months=6&limit=200")
                        .json()
                        .path("items")
                        .findValuesAsString("caseId"))
                .contains(String.valueOf(id));
    }

    @Test
    void isHeardVotedAndApprovedAndOnlyProposesThatPeopleHandleIt() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        long member = owing(6);
        long id = asked(member);
        assertThat(step(
                                tokens.at(BRANCH),
                                id,
                                "notice",
                                Map.of("day", TODAY.minusDays(21).toString()))
                        .problem())
                .isEqualTo("arrears-case.day-before");
        var noticed = step(
                tokens.at(BRANCH),
                id,
                "notice",
                Map.of("day", TODAY.minusDays(9).toString()));
        assertThat(noticed.json().at("/arrears/hearingUntil").asString())
                .isEqualTo(TODAY.minusDays(2).toString());
        assertThat(vote(id, 20, 15, 11).problem()).isEqualTo("arrears-case.too-early");
        jdbc.sql("update arrears_case set hearing_until = :day where id = :id")
                .param("day", TODAY.minusDays(3))
                .param("id", id)
                .update();
        var statement = Map.of("day", TODAY.minusDays(5).toString(), "statement", "我在外打工，忘了交");
        assertThat(step(tokens.at(BRANCH), id, "statements", statement).status())
                .isEqualTo(200);
        assertThat(vote(id, 10, 10, 11).problem()).isEqualTo("arrears-case.wrong-vote");
        assertThat(vote(id, 20, 10, 10).problem()).isEqualTo("arrears-case.no-quorum");
        assertThat(decide(secretary(), id, "approval").problem()).isEqualTo("arrears-case.wrong-state");
        assertThat(vote(id, 20, 11, 11).status()).isEqualTo(200);
        assertThat(decide(tokens.at(BRANCH), id, "approval").problem()).isEqualTo("arrears-case.not-yours");

        var decided = decide(secretary(), id, "approval");

        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(decided.json().path("journal").findValuesAsString("step"))
                .containsExactly("ASKED", "NOTICED", "HEARD", "VOTED", "ESTABLISHED");
        assertThat(status(member)).isEqualTo("FULL");
        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        newest(id).at("/data/state").asString())
                .isEqualTo("ESTABLISHED"));
        told(id).forEach(event -> EventSchemas.validate(TYPE, event.toString()));
        assertThat(newest(id).at("/data/member").asLong()).isEqualTo(member);
        assertThat(cases(BRANCH, member))
                .as("nobody is asked about the same months again")
                .hasSize(1);
    }

    @Test
    void isClosedWithAReasonThatAnotherPersonAboveAccepts() {
        long id = asked(owing(6));
        var byTownship =
                step(clerk(), id, "reason", Map.of("day", TODAY.toString(), "kind", "HARDSHIP", "reason", "失去收入"));
        assertThat(byTownship.status()).as(byTownship.toString()).isEqualTo(200);
        assertThat(decide(clerk(), id, "acceptance").problem()).isEqualTo("arrears-case.same-person");
        assertThat(step(secretary(), id, "return", Map.of("note", "请附证明")).status())
                .isEqualTo(200);
        assertThat(excuse(id).status()).isEqualTo(200);

        var accepted = decide(secretary(), id, "acceptance");

        assertThat(accepted.json().at("/arrears/state").asString()).isEqualTo("REASONED");
        assertThat(accepted.json().at("/arrears/kind").asString()).isEqualTo("ILLNESS");
        assertThat(accepted.json().at("/arrears/document").asString()).isEqualTo("虚委〔2026〕8号");
    }

    @Test
    void isAskedAgainOnlyAboutSixMonthsThatCameLater() {
        long member = owing(8);
        long id = asked(member);
        assertThat(excuse(id).status()).isEqualTo(200);
        assertThat(decide(secretary(), id, "acceptance").status()).isEqualTo(200);

        decidedUntil(id, NOW.minusMonths(6));
        asked(owing(6));
        assertThat(cases(BRANCH, member)).as("five came later").hasSize(1);

        decidedUntil(id, NOW.minusMonths(7));
        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(cases(BRANCH, member))
                .as("six came later")
                .hasSize(2));
    }

    @Test
    void isClosedAsPaidByPeopleWhenHeHasPaidMeanwhile() {
        long member = owing(7);
        long id = voted(member);
        assertThat(step(tokens.at(BRANCH), id, "payment", Map.of("note", "已补交")).problem())
                .isEqualTo("arrears-case.still-open");

        assertThat(payers.pay(BRANCH, member, "105.00", ALLOWED).status()).isEqualTo(201);

        assertThat(decide(secretary(), id, "approval").problem()).isEqualTo("arrears-case.paid-meanwhile");
        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(payers.get(BRANCH, "/v1/arrears-cases/" + id)
                        .json()
                        .at("/arrears/open")
                        .asString())
                .isEqualTo("0.00"));
        assertThat(state(BRANCH, id)).isEqualTo("VOTED");
        assertThat(step(tokens.at(BRANCH), id, "payment", Map.of("note", "已补交"))
                        .json()
                        .at("/arrears/state")
                        .asString())
                .isEqualTo("PAID");
    }

    @ParameterizedTest
    @CsvSource({"15.00, 6, 409", "15.01, 6, 409", "30.00, 5, 200"})
    void isPaidWhenFewerThanSixAreOpen(String paid, int months, int status) {
        long member = owing(7);
        long id = asked(member);

        assertThat(payers.pay(BRANCH, member, paid, ALLOWED).status()).isEqualTo(201);

        var answer = step(tokens.at(BRANCH), id, "payment", Map.of("note", "已补交"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        counted();
        assertThat(late(member).path("months").asInt()).isEqualTo(months);
    }

    @Test
    void isDroppedIfTheBranchOrTheCommitteeDoesNotHoldIt() {
        long first = asked(owing(6));
        step(
                tokens.at(BRANCH),
                first,
                "notice",
                Map.of("day", TODAY.minusDays(10).toString()));
        assertThat(vote(first, 20, 20, 10).json().at("/arrears/state").asString())
                .isEqualTo("DROPPED");
        long second = voted(owing(6));
        assertThat(step(secretary(), second, "dismissal", Map.of("note", "情况不清"))
                        .json()
                        .at("/arrears/state")
                        .asString())
                .isEqualTo("DROPPED");
    }

    @Test
    void isDecidedOnceByTwoAtOnce() throws Exception {
        long id = voted(owing(6));

        List<Callable<Integer>> both =
                List.of(() -> decide(secretary(), id, "approval").status(), () -> step(
                                tokens.at(Province.TOWNSHIP, 1_111_003), id, "dismissal", Map.of("note", "情况不清"))
                        .status());
        try (var two = Executors.newFixedThreadPool(2)) {
            assertThat(two.invokeAll(both).stream().map(answer -> answer.resultNow()))
                    .containsOnlyOnce(200);
        }
        assertThat(state(BRANCH, id)).isIn("ESTABLISHED", "DROPPED");
    }

    @Test
    void followsTheMemberToAnotherCountyAndEndsWithHim() {
        long member = owing(6);
        long id = asked(member);
        var before = new Period(LONG_AGO, TODAY.minusDays(2), "FULL", BRANCH, "EMPLOYED");

        payers.tell(member, before, new Period(TODAY.minusDays(1), null, "FULL", Province.OTHER_VILLAGE, "EMPLOYED"));

        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        payers.get(Province.OTHER_VILLAGE, "/v1/arrears-cases/" + id)
                                .status())
                .isEqualTo(200));
        assertThat(payers.get(BRANCH, "/v1/arrears-cases/" + id).problem()).isEqualTo("arrears-case.unknown");
        payers.tell(
                member,
                before,
                new Period(TODAY.minusDays(1), TODAY.minusDays(1), "FULL", Province.OTHER_VILLAGE, "EMPLOYED"),
                new Period(TODAY, null, "DIED", Province.OTHER_VILLAGE, "EMPLOYED"));
        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(Province.OTHER_VILLAGE, id))
                .isEqualTo("OVER"));
        payers.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        newest(id).at("/data/state").asString())
                .isEqualTo("OVER"));
    }

    @Test
    void isShownToTheMemberHimselfWithTheDaysThatHeHas() {
        long member = owing(6);
        long account = 5_000_000 + member;
        jdbc.sql("insert into member_account (member_id, account_id) values (:memberId, :account)")
                .param("memberId", member)
                .param("account", account)
                .update();
        long id = asked(member);
        step(tokens.at(BRANCH), id, "notice", Map.of("day", TODAY.minusDays(2).toString()));

        var own = api.get("/v1/me/arrears")
                .as(tokens.at(Province.OTHER_VILLAGE, account))
                .send()
                .json();

        assertThat(own.path("months").asInt()).isEqualTo(6);
        assertThat(own.path("since").asString()).isEqualTo(NOW.minusMonths(6).toString());
        assertThat(own.at("/cases/0/state").asString()).isEqualTo("HEARING");
        assertThat(own.at("/cases/0/daysLeft").asInt()).isEqualTo(5);
        assertThat(api.get("/v1/me/arrears")
                        .as(tokens.at(BRANCH, 5_999_999))
                        .send()
                        .problem())
                .isEqualTo("dues.no-file");
    }

    private void decidedUntil(long id, YearMonth month) {
        jdbc.sql("update arrears_case set until_month = :month where id = :id")
                .param("month", month.atDay(1))
                .param("id", id)
                .update();
    }

    private String status(long member) {
        return jdbc.sql("select status from payer where member_id = :memberId and to_on = '9999-12-31'")
                .param("memberId", member)
                .query(String.class)
                .single();
    }

    private List<JsonNode> told(long id) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("key").asString().equals("arrears-case:" + id))
                .toList();
    }

    private JsonNode newest(long id) {
        return told(id).stream()
                .max(java.util.Comparator.comparingLong(
                        event -> event.path("version").asLong()))
                .orElseThrow(() -> new AssertionError("nothing told of " + id));
    }
}
