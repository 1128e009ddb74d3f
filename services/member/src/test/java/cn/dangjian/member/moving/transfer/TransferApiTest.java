package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a village of one county to a village of another one, within the province. */
class TransferApiTest extends Moves {

    @Autowired
    Broker broker;

    private int members(long unit, String query) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts" + query)
                .json()
                .at("/whole/members")
                .asInt();
    }

    private static List<String> journal(JsonNode seen) {
        return seen.path("journal").findValuesAsString("step");
    }

    @Test
    void goesFromOneCountyToAnotherAndTheFileWithIt() {
        long member = persons.member(ORIGIN, "行一");
        int here = members(Province.COUNTY, "");
        int there = members(Province.OTHER_COUNTY, "");
        int yesterday = members(Province.COUNTY, "?on=" + TODAY.minusDays(1));

        long id = asked(member);
        assertThat(seen(DESTINATION, id).path("turn").asString()).isEqualTo("ABOVE_ORIGIN");
        taken(ABOVE_ORIGIN, id, "approval", Map.of("note", "同意转出"));
        var letter = taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕1号", "duesPaidTo", "2026-03"));
        assertThat(letter.at("/transfer/duesPaidTo").asString()).isEqualTo("2026-03");
        assertThat(letter.at("/transfer/validUntil").asString())
                .isEqualTo(TODAY.plusDays(90).toString());
        assertThat(letter.at("/transfer/due").asString())
                .isEqualTo(TODAY.plusDays(90).toString());
        assertThat(letter.path("turn").asString()).isEqualTo("ABOVE_DESTINATION");
        assertThat(taken(ABOVE_DESTINATION, id, "admission", Map.of())
                        .path("turn")
                        .asString())
                .isEqualTo("DESTINATION");
        // until now nothing has changed
        assertThat(persons.file(ORIGIN, member).json().at("/member/unit").asLong())
                .isEqualTo(ORIGIN);
        assertThat(persons.file(DESTINATION, member).status()).isEqualTo(404);
        assertThat(members(Province.COUNTY, "")).isEqualTo(here);

        var accepted = taken(DESTINATION, id, "acceptance", Map.of("note", "已报到"));

        assertThat(accepted.at("/transfer/state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/transfer/due").asString())
                .isEqualTo(TODAY.plusMonths(1).toString());
        assertThat(persons.file(ORIGIN, member).problem()).isEqualTo("member.unknown");
        assertThat(persons.file(Province.COUNTY, member).status()).isEqualTo(404);
        var file = persons.file(DESTINATION, member).json();
        assertThat(file.at("/member/unit").asLong()).isEqualTo(DESTINATION);
        assertThat(standing(DESTINATION, member, TODAY.minusDays(1), "unitId")).isEqualTo(String.valueOf(ORIGIN));
        assertThat(standing(DESTINATION, member, TODAY, "unitId")).isEqualTo(String.valueOf(DESTINATION));
        assertThat(members(Province.COUNTY, "")).isEqualTo(here - 1);
        assertThat(members(Province.OTHER_COUNTY, "")).isEqualTo(there + 1);
        assertThat(members(Province.COUNTY, "?on=" + TODAY.minusDays(1))).isEqualTo(yesterday);

        var closed = taken(ABOVE_DESTINATION, id, "receipt", Map.of("note", "已寄出"));

        assertThat(closed.at("/transfer/state").asString()).isEqualTo("CLOSED");
        var kept = seen(ORIGIN, id);
        assertThat(kept.at("/transfer/name").asString()).isEqualTo("行一");
        assertThat(kept.at("/transfer/movedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(kept.at("/transfer/receiptOn").asString()).isEqualTo(TODAY.toString());
        assertThat(kept.path("turn").asString()).isEqualTo("NOBODY");
        assertThat(journal(kept))
                .containsExactly("REQUESTED", "OUT_APPROVED", "LETTERED", "IN_APPROVED", "ACCEPTED", "RECEIPT");
    }

    @Test
    void theDestinationSeesWhoComesAndNoNumberAndNoPhone() {
        var body = Persons.fullMember("行二");
        body.put("phone", "13000007702");
        long member = Persons.id(persons.register(ORIGIN, body));

        var answer = persons.get(DESTINATION, "/v1/transfers/" + asked(member));

        var transfer = answer.json().path("transfer");
        assertThat(transfer.path("name").asString()).isEqualTo("行二");
        assertThat(transfer.path("status").asString()).isEqualTo("FULL");
        assertThat(transfer.path("memberClass").asString()).isEqualTo("RURAL");
        assertThat(transfer.path("birthYear").asString())
                .isEqualTo(body.get("number").toString().substring(6, 10));
        assertThat(transfer.path("originName").asString()).isEqualTo(Province.name(ORIGIN));
        assertThat(answer.body()).doesNotContain("7702", body.get("number").toString());
        assertThat(persons.get(
                                Province.SIBLING_COUNTY,
                                "/v1/transfers/" + transfer.path("id").asLong())
                        .problem())
                .isEqualTo("transfer.unknown");
    }

    @Test
    void whatIsSentBackMayBeCorrectedAndGoesOn() {
        long member = persons.member(ORIGIN, "行五");
        long id = lettered(member);

        var back = taken(DESTINATION, id, "return", Map.of("reason", "介绍信抬头有误"));
        assertThat(back.at("/transfer/state").asString()).isEqualTo("RETURNED");
        assertThat(back.path("turn").asString()).isEqualTo("ORIGIN");
        assertThat(back.path("late").asBoolean()).isFalse();
        assertThat(step(ABOVE_DESTINATION, id, "admission", Map.of()).problem()).isEqualTo("transfer.wrong-state");
        var again = taken(ORIGIN, id, "correction", Map.of("reason", "已更正", "duesPaidTo", "2026-04"));

        assertThat(again.at("/transfer/state").asString()).isEqualTo("REQUESTED");
        assertThat(again.at("/transfer/round").asInt()).isEqualTo(2);
        assertThat(again.at("/transfer/duesPaidTo").asString()).isEqualTo("2026-04");
        assertThat(persons.file(ORIGIN, member).status()).isEqualTo(200);
    }

    @Test
    void theOriginMayRevokeUntilHeIsAcceptedAndAskAnew() {
        long member = persons.member(ORIGIN, "行六");
        long id = admitted(member);

        var revoked = taken(ORIGIN, id, "revocation", Map.of("reason", "不调动了"));

        assertThat(revoked.at("/transfer/state").asString()).isEqualTo("REVOKED");
        assertThat(step(DESTINATION, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.wrong-state");
        long next = accepted(member);
        assertThat(step(ORIGIN, next, "revocation", Map.of("reason", "又不调动了")).problem())
                .isEqualTo("transfer.wrong-state");
        assertThat(id(ask(DESTINATION, member, to(ORIGIN))))
                .as("a receipt that is not there yet holds nobody back")
                .isPositive();
    }

    @Test
    void anExpiredLetterIsShownAsLateAndCanBeProlonged() {
        long member = persons.member(ORIGIN, "行七");
        long id = lettered(member);
        lastDay(id, TODAY);
        assertThat(seen(ORIGIN, id).path("late").asBoolean()).isFalse();
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        lastDay(id, TODAY.minusDays(1));

        var late = seen(ORIGIN, id);
        assertThat(late.path("late").asBoolean()).isTrue();
        assertThat(late.path("turn").asString()).isEqualTo("ABOVE_ORIGIN");
        assertThat(step(DESTINATION, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.letter-expired");
        assertThat(persons.file(ORIGIN, member).status()).isEqualTo(200);
        assertThat(ids(ABOVE_ORIGIN, "?side=OUT&late=true")).contains(id);
        taken(ABOVE_ORIGIN, id, "prolongation", Map.of("letter", "虚组介〔2026〕8号", "reason", "路上耽搁"));
        assertThat(ids(ABOVE_ORIGIN, "?side=OUT&late=true")).doesNotContain(id);
        taken(DESTINATION, id, "acceptance", Map.of());
    }

    private List<Long> ids(long by, String query) {
        return persons.get(by, "/v1/transfers" + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/transfer/id").asLong())
                .toList();
    }

    @Test
    void listsEachSideAndCountsTheYear() {
        int year = TODAY.getYear();
        var before = figures(Province.COUNTY, year);
        var otherBefore = figures(Province.OTHER_COUNTY, year);
        long moved = accepted(persons.member(ORIGIN, "行八"));
        long sentBack = lettered(persons.member(ORIGIN, "行九"));
        taken(DESTINATION, sentBack, "return", Map.of("reason", "查无此岗"));
        due(moved, TODAY.minusDays(1));

        assertThat(ids(ORIGIN, "?side=OUT")).startsWith(sentBack, moved);
        assertThat(ids(ORIGIN, "?side=IN")).doesNotContain(sentBack, moved);
        assertThat(ids(DESTINATION, "?side=IN&open=true")).startsWith(sentBack, moved);
        assertThat(ids(Province.PROVINCE, "?limit=2")).containsExactly(sentBack, moved);
        assertThat(ids(ABOVE_DESTINATION, "?late=true")).contains(moved).doesNotContain(sentBack);
        var after = figures(Province.COUNTY, year);
        int lateInJanuary = TODAY.minusDays(1).getYear() == year ? 1 : 0;
        assertThat(after.path("departed").asInt() - before.path("departed").asInt())
                .isEqualTo(1);
        assertThat(after.path("returned").asInt() - before.path("returned").asInt())
                .isEqualTo(1);
        var otherAfter = figures(Province.OTHER_COUNTY, year);
        assertThat(otherAfter.path("arrived").asInt()
                        - otherBefore.path("arrived").asInt())
                .isEqualTo(1);
        assertThat(otherAfter.path("late").asInt() - otherBefore.path("late").asInt())
                .isEqualTo(lateInJanuary);
        assertThat(figures(Province.COUNTY, year - 1).path("departed").asInt()).isZero();
        taken(ABOVE_DESTINATION, moved, "receipt", Map.of());
        assertThat(ids(DESTINATION, "?side=IN&open=true")).doesNotContain(moved);
        assertThat(ids(ABOVE_DESTINATION, "?late=true")).doesNotContain(moved);
    }

    private JsonNode figures(long unit, int year) {
        return persons.get(unit, "/v1/units/" + unit + "/transfers/figures?year=" + year)
                .json()
                .path("figures");
    }

    @Test
    void tellsTheWholeStateWithoutNameOrNumber() {
        long member = persons.member(ORIGIN, "行十里");
        long id = accepted(member);

        await().until(() -> told(id).size() == 5);
        for (var event : told(id)) {
            EventSchemas.validate("member.transfer-changed.v1", event.toString());
            assertThat(event.toString()).doesNotContain("行十里");
        }
        var last = told(id).getLast();
        assertThat(last.path("version").asInt()).isEqualTo(5);
        assertThat(last.at("/data/state").asString()).isEqualTo("ACCEPTED");
        assertThat(last.at("/data/member").asLong()).isEqualTo(member);
        assertThat(last.at("/data/destination").asLong()).isEqualTo(DESTINATION);
    }

    /** For whoever has lost it: as it stands, in the same version. */
    @Test
    void isToldAgainWhileItIsUnderWay() {
        long id = asked(persons.member(ORIGIN, "行十一"));
        await().until(() -> !told(id).isEmpty());
        var before = told(id).getLast();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().until(() -> told(id).size() == 2);
        assertThat(told(id).getLast().path("version")).isEqualTo(before.path("version"));
        assertThat(told(id).getLast().path("data")).isEqualTo(before.path("data"));
    }

    private List<JsonNode> told(long id) {
        return broker.heardOf("member.transfer-changed.v1").stream()
                .filter(event -> event.path("key").asString().equals("transfer:" + id))
                .toList();
    }
}
