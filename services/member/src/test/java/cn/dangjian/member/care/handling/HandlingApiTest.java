package cn.dangjian.member.care.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class HandlingApiTest extends Handlings {

    /** An account of a member that no other test uses. */
    private static final long OWN_ACCOUNT = 424_242;

    @Autowired
    Broker broker;

    @Test
    void isHeardVotedAndApprovedBeforeAnythingHappens() {
        long id = proposed(member, "REMOVAL");
        var noticed = step(Province.VILLAGE, id, "notice", "day", "2026-01-10");
        assertThat(noticed.json().at("/handling/hearingUntil").asString()).isEqualTo("2026-01-17");
        assertThat(step(Province.VILLAGE, id, "statements", "day", "2026-01-09", "statement", "有病")
                        .problem())
                .isEqualTo("handling.day-before");
        assertThat(step(Province.VILLAGE, id, "statements", "day", "2026-01-12", "statement", "有病在身")
                        .status())
                .isEqualTo(200);
        var early = vote(id, "2026-01-17", 15, 11);
        assertThat(early.problem()).isEqualTo("handling.too-early");
        assertThat(early.json().path("detail").asString()).contains("2026-01-18");
        assertThat(vote(id, "2026-01-18", 10, 10).problem()).isEqualTo("handling.no-quorum");
        assertThat(vote(id, "2026-01-18", 10, 11).problem()).isEqualTo("handling.wrong-vote");
        assertThat(vote(id, "2026-01-18", 11, 11).status()).isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");
        assertThat(approve(Province.VILLAGE, id).problem()).isEqualTo("handling.not-yours");
        assertThat(approve(Province.COUNTY, id).problem()).isEqualTo("handling.not-yours");

        var removed = approve(Province.TOWNSHIP, id);

        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        assertThat(status()).isEqualTo("REMOVED");
        assertThat(removed.json().path("journal").findValuesAsString("step"))
                .containsExactly("PROPOSED", "NOTICED", "HEARD", "VOTED", "REMOVED");

        var said = new Object[] {"day", "2026-03-01", "note", "不服"};
        assertThat(step(Province.VILLAGE, id, "appeal", said).status()).isEqualTo(200);
        assertThat(step(Province.VILLAGE, id, "appeal", said).problem()).isEqualTo("handling.appeal-open");
        var decision = new Object[] {"granted", true, "day", "2026-04-01", "document", "虚组〔2026〕9号"};
        assertThat(step(Province.TOWNSHIP, id, "appeal-decision", decision).problem())
                .isEqualTo("handling.not-yours");
        assertThat(step(Province.COUNTY, id, "appeal-decision", decision)
                        .json()
                        .at("/handling/appeal")
                        .asString())
                .isEqualTo("GRANTED");
        assertThat(status()).isEqualTo("FULL");
    }

    @Test
    void isToldOnTheDayOfTheProposalAndNotBefore() {
        long id = persons.handling(member, "REMOVAL");

        var early =
                step(Province.VILLAGE, id, "notice", "day", TODAY.minusDays(1).toString());

        assertThat(early.problem()).isEqualTo("handling.day-before");
        assertThat(early.json().path("detail").asString()).contains(TODAY.toString());
        assertThat(step(Province.VILLAGE, id, "notice", "day", TODAY.toString()).status())
                .isEqualTo(200);
    }

    /** What the heir of the unit that proposed it goes on with was not proposed anew. */
    @Test
    void isToldOnTheDayOfTheProposalAlsoIfTheUnitHasEndedSince() {
        long id = proposed(member, "REMOVAL");
        jdbc.sql("""
            insert into case_step (kind, case_id, step, state, round, day, document, note, unit_id, subject, at)
            select kind, case_id, 'HANDED_OVER', state, round, :day, null, '撤并', null, subject, at
              from case_step where kind = 'handlings' and case_id = :id\
            """).param("day", TODAY).param("id", id).update();

        assertThat(step(Province.VILLAGE, id, "notice", "day", "2025-12-31").problem())
                .isEqualTo("handling.day-before");
        assertThat(step(Province.VILLAGE, id, "notice", "day", "2026-01-10").status())
                .isEqualTo(200);
    }

    @Test
    void whoeverProposedOrWroteDownTheVoteDoesNotApprove() {
        long id = proposed(member, "PERSUASION");
        step(Province.VILLAGE, id, "notice", "day", "2026-01-10");
        step(
                Province.TOWNSHIP,
                id,
                "vote",
                "day",
                "2026-01-18",
                "ballot",
                Map.of("entitled", 20, "present", 15, "yes", 11));

        assertThat(approve(Province.TOWNSHIP, id).problem()).isEqualTo("handling.same-person");

        String other = tokens.at(Province.TOWNSHIP, 78);
        assertThat(step(other, id, "approval", "day", "2026-02-01", "document", "虚委7号")
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("PERSUADED");
        var denied = new Object[] {"granted", false, "day", "2026-04-01", "document", "虚组10号"};
        assertThat(step(Province.COUNTY, id, "appeal-decision", denied).problem())
                .isEqualTo("handling.no-appeal");
        step(Province.COUNTY, id, "appeal", "day", "2026-03-01", "note", "寄来的申诉");
        assertThat(step(Province.COUNTY, id, "appeal-decision", denied).status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("PERSUADED");
    }

    @Test
    void isDroppedIfTheBranchDoesNotWantIt() {
        long next = proposed(persons.member("改过"), "CORRECTION");
        step(Province.VILLAGE, next, "notice", "day", "2026-01-10");
        assertThat(vote(next, "2026-01-18", 20, 10).json().at("/handling/state").asString())
                .isEqualTo("DROPPED");
        long third = persons.handling(persons.member("撤回"), "REMOVAL");
        assertThat(step(Province.VILLAGE, third, "withdrawal", "reason", "事实不清")
                        .json()
                        .at("/handling/state")
                        .asString())
                .isEqualTo("DROPPED");
    }

    /** A period in months that finds no such day in its last month ends with that month (民法典第二百零二条). */
    private static LocalDate sixMonthsAgo(int daysShort) {
        var since = TODAY.minusMonths(6).plusDays(daysShort);
        while (daysShort > 0 && !since.plusMonths(6).isAfter(TODAY)) since = since.plusDays(1);
        return since;
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_PAYING,    0, REMOVAL,    201,",
        "NOT_PAYING,    1, REMOVAL,    422, handling.too-early",
        "NOT_ATTENDING, 1, REMOVAL,    422, handling.too-early",
        "NOT_ATTENDING, 1, CORRECTION, 201,",
        "NOT_WORKING,    , CORRECTION, 422, handling.no-since",
        "UNQUALIFIED,   1, CORRECTION, 422, handling.no-since",
    })
    void countsSixMonthsOfEachNeglect(String grounds, Integer daysShort, String measure, int status, String problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("grounds", grounds);
        body.put("measure", measure);
        body.put("evidence", "虚构的事实");
        if (daysShort != null) body.put("sinceOn", sixMonthsAgo(daysShort).toString());

        var answer = persons.post(Province.VILLAGE, "/v1/members/" + member + "/handlings", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        if (status == 201)
            assertThat(persons.post(Province.VILLAGE, "/v1/members/" + member + "/handlings", body)
                            .problem())
                    .isEqualTo("handling.open");
    }

    @Test
    void theMemberSeesWhatIsProposedAndHowLongHeHas() {
        // an event of its own: the example's is somebody else's account
        String opened = EventExamples.load("identity.member-account-opened.v1")
                .replaceFirst("\"id\": *\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\"")
                .replace("4711", String.valueOf(member))
                .replace("90071", String.valueOf(OWN_ACCOUNT));
        broker.send(opened);
        String self = tokens.at(Province.OTHER_VILLAGE, OWN_ACCOUNT);
        Awaitility.await().until(() -> api.get("/v1/me/cases").as(self).send(), answer -> answer.status() == 200);
        long id = proposed(member, "CORRECTION", TODAY.minusDays(2));
        step(Province.VILLAGE, id, "notice", "day", TODAY.minusDays(2).toString());

        var cases = api.get("/v1/me/cases").as(self).send().json().path("cases");

        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).path("measure").asString()).isEqualTo("CORRECTION");
        assertThat(cases.get(0).path("daysLeft").asInt()).isEqualTo(5);
        assertThat(api.get("/v1/me/cases")
                        .as(tokens.at(Province.VILLAGE, 434_343))
                        .send()
                        .problem())
                .isEqualTo("self.no-file");
        assertThat(persons.get(Province.SECOND_VILLAGE, "/v1/handlings/" + id).problem())
                .isEqualTo("handling.unknown");
    }

    private void dies(String day) {
        var died = Map.of("what", "DIED", "day", day, "reason", "病故");
        assertThat(persons.post(Province.VILLAGE, "/v1/members/" + member + "/events", died)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"REMOVAL, ", "CORRECTION, 2026-08-01"})
    void nothingIsApprovedAgainstWhoeverHasDied(String measure, String until) {
        long id = voted(measure);
        dies("2026-01-20");

        var answer = until == null ? approve(Province.TOWNSHIP, id) : approve(Province.TOWNSHIP, id, "until", until);

        assertThat(answer.problem()).isEqualTo("handling.not-member");
        assertThat(step(Province.TOWNSHIP, id, "dismissal", "reason", "已病故").status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("DIED");
    }

    @Test
    void anAppealThatIsGrantedOnTheDayOfTheRemovalIsRefusedForItWouldChangeNothing() {
        long id = voted("REMOVAL");
        approve(Province.TOWNSHIP, id);
        step(Province.VILLAGE, id, "appeal", "day", "2026-02-01", "note", "不服");

        var sameDay =
                step(Province.COUNTY, id, "appeal-decision", "granted", true, "day", "2026-02-01", "document", "虚组9号");

        assertThat(sameDay.problem()).isEqualTo("handling.day-before");
        assertThat(step(Province.COUNTY, id, "appeal-decision", "granted", true, "day", "2026-02-02", "document", "9号")
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");
    }
}
