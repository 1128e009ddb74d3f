package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason for which nothing is done. */
class TransferRefusalTest extends Moves {

    @Test
    void oneIsUnderWayAtATime() {
        long member = persons.member(ORIGIN, "拒一");
        long id = asked(member);

        var second = ask(ABOVE_ORIGIN, member, to(Province.SECOND_VILLAGE));

        assertThat(second.problem()).isEqualTo("transfer.under-way");
        assertThat(second.json().path("detail").asString()).contains(String.valueOf(id));
        taken(DESTINATION, lettered(persons.member(ORIGIN, "拒一人")), "return", Map.of("reason", "不符"));
        assertThat(ask(ORIGIN, member, to(DESTINATION)).status()).isEqualTo(409);
    }

    @Test
    void whoeverIsOutGoesNowhere() {
        long member = persons.member(ORIGIN, "拒二");
        long late = persons.member(ORIGIN, "拒三");
        long id = admitted(late);
        for (long each : new long[] {member, late})
            persons.post(
                    ORIGIN,
                    "/v1/members/" + each + "/events",
                    Map.of("what", "DIED", "day", TODAY.toString(), "reason", "病故"));

        assertThat(ask(ORIGIN, member, to(DESTINATION)).problem()).isEqualTo("transfer.member-out");
        assertThat(step(DESTINATION, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.member-out");
        assertThat(standing(ORIGIN, late, TODAY, "unitId")).isEqualTo(String.valueOf(ORIGIN));
    }

    @Test
    void whoeverIsSomewhereElseByNowIsNotMoved() {
        long member = persons.member(ORIGIN, "拒四");
        long id = admitted(member);
        // as if he had been moved by a correction
        jdbc.sql("update standing set unit_id = :unit where member_id = :id")
                .param("unit", Province.SECOND_VILLAGE)
                .param("id", member)
                .update();

        assertThat(step(DESTINATION, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.not-there");
    }

    @ParameterizedTest
    @CsvSource({
        "12111, 404, member.unknown",
        "11112, 404, member.unknown",
        "111,   403, transfer.not-yours",
        "1111,  201,",
    })
    void isAskedForByTheBranchOrItsTownship(long by, int status, String problem) {
        var answer = ask(by, persons.member(ORIGIN, "拒五"), to(DESTINATION));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "11111, , transfer.same-unit",
        "1111,  , transfer.not-formal",
        "99999999, , transfer.destination-unknown",
        "11112, 虚省, transfer.one-place",
        ", , transfer.one-place",
    })
    void theDestinationIsABranchOrAnotherProvince(Long destination, String elsewhere, String problem) {
        var body = new HashMap<String, Object>(Map.of("reason", "调动"));
        if (destination != null) body.put("destination", destination);
        if (elsewhere != null) body.put("elsewhere", elsewhere);

        var answer = ask(ORIGIN, persons.member(ORIGIN, "拒六"), body);

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void anAbolishedBranchIsNoDestination() {
        jdbc.sql("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            values (91119, 1111, '9891119', '旧村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 2,
                    '2022-01-01', '2024-01-01')\
            """).param("path", Province.path(Province.TOWNSHIP) + "0z9zz").update();

        assertThat(ask(ORIGIN, persons.member(ORIGIN, "拒七"), to(91119)).problem())
                .isEqualTo("transfer.destination-unknown");
    }

    @Test
    void whoeverHasAskedDoesNotApprove() {
        long id = id(persons.post(
                ABOVE_ORIGIN, "/v1/members/" + persons.member(ORIGIN, "拒八") + "/transfers", to(DESTINATION)));

        assertThat(step(ABOVE_ORIGIN, id, "approval", Map.of()).problem()).isEqualTo("transfer.same-person");
        assertThat(api.post("/v1/transfers/" + id + "/approval", Map.of())
                        .as(tokens.at(ABOVE_ORIGIN, 4711))
                        .key()
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "11111, approval,     403, transfer.not-yours",
        "12111, approval,     403, transfer.not-yours",
        "1211,  approval,     403, transfer.not-yours",
        "1121,  approval,     404, transfer.unknown",
        "111,   approval,     200,",
        "12111, letter,       403, transfer.not-yours",
        "1111,  letter,       409, transfer.wrong-state",
        "1111,  prolongation, 409, transfer.wrong-state",
        "1111,  admission,    403, transfer.not-yours",
        "1211,  admission,    409, transfer.wrong-state",
        "121,   admission,    409, transfer.wrong-state",
        "11111, acceptance,   403, transfer.not-yours",
        "1211,  acceptance,   403, transfer.not-yours",
        "12111, acceptance,   409, transfer.wrong-state",
        "12111, receipt,      403, transfer.not-yours",
        "1211,  receipt,      409, transfer.wrong-state",
        "11111, return,       403, transfer.not-yours",
        "12111, return,       409, transfer.wrong-state",
        "11111, correction,   409, transfer.wrong-state",
        "12111, correction,   403, transfer.not-yours",
        "12111, revocation,   403, transfer.not-yours",
        "11111, revocation,   200,",
        "11111, departure,    403, transfer.not-yours",
    })
    void eachStepTakesItsHandAndItsState(long by, String step, int status, String problem) {
        long id = asked(persons.member(ORIGIN, "拒九"));

        var answer = step(by, id, step, said(step));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "-100, ,  transfer.letter-expired, ",
        "-90,  ,  '', 0",
        "0,    ,  '', 90",
        "0,    90, '', 90",
        "0,    91, transfer.letter-days, ",
        "0,    -1, transfer.letter-days, ",
        "0,    0, '', 0",
        "1,    , transfer.day-ahead, ",
    })
    void aLetterHoldsAsLongAsTheRulesSay(int issued, Integer until, String problem, Integer last) {
        long id = approved(persons.member(ORIGIN, "拒十"));
        var body = new HashMap<String, Object>(
                Map.of("letter", "1号", "issuedOn", TODAY.plusDays(issued).toString()));
        if (until != null) body.put("validUntil", TODAY.plusDays(until).toString());

        var answer = step(ABOVE_ORIGIN, id, "letter", body);

        if (last == null) assertThat(answer.problem()).isEqualTo(problem);
        else
            assertThat(answer.json().at("/transfer/validUntil").asString())
                    .isEqualTo(TODAY.plusDays(last).toString());
    }

    @Test
    void anExpiredLetterAdmitsNobody() {
        long id = lettered(persons.member(ORIGIN, "拒十一"));
        lastDay(id, TODAY.minusDays(1));

        assertThat(step(ABOVE_DESTINATION, id, "admission", Map.of()).problem()).isEqualTo("transfer.letter-expired");
    }

    @Test
    void aStaleVersionIsRefusedAndSoIsAYearThatIsNone() {
        long id = approved(persons.member(ORIGIN, "拒十二"));

        var stale = api.post("/v1/transfers/" + id + "/letter", Map.of("letter", "1号"))
                .as(tokens.at(ABOVE_ORIGIN))
                .key()
                .ifMatch("\"1\"")
                .send();

        assertThat(stale.status()).isEqualTo(412);
        String figures = "/v1/units/" + ABOVE_ORIGIN + "/transfers/figures?year=";
        assertThat(persons.get(ABOVE_ORIGIN, figures + "1920").problem()).isEqualTo("transfer.wrong-year");
        assertThat(persons.get(ABOVE_ORIGIN, figures + "10000").problem()).isEqualTo("body.invalid");
        assertThat(persons.get(DESTINATION, figures + "2026").problem()).isEqualTo("transfer.unit-unknown");
    }

    @Test
    void aTransferWithinTheProvinceEndsWithNoReceiptOfAnother() {
        long id = lettered(persons.member(ORIGIN, "拒十三"));

        assertThat(step(ABOVE_ORIGIN, id, "departure", Map.of("document", "1号", "day", TODAY.toString()))
                        .problem())
                .isEqualTo("transfer.other-sort");
    }
}
