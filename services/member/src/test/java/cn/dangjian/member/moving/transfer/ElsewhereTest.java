package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** To another province, and from one. */
@ExtendWith(OutputCaptureExtension.class)
class ElsewhereTest extends Moves {

    @Autowired
    List<SealedRows> sealed;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    private static Map<String, Object> person(String name, String number) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", name);
        person.put("number", number);
        person.put("phone", "13000006601");
        person.put("memberClass", "RETIRED");
        person.put("appliedOn", "2001-03-01");
        person.put("admittedOn", "2003-07-01");
        person.put("fullOn", "2004-07-01");
        return person;
    }

    private static Map<String, Object> arrival(long unit, Map<String, Object> person) {
        return new HashMap<>(Map.of(
                "unit",
                unit,
                "person",
                person,
                "elsewhere",
                "虚省虚市委组织部",
                "letter",
                "虚外介〔2026〕3号",
                "issuedOn",
                TODAY.minusDays(5).toString(),
                "validUntil",
                TODAY.plusDays(25).toString(),
                "reason",
                "退休返乡"));
    }

    private Api.Answer report(long by, Map<String, Object> body) {
        return persons.post(by, "/v1/transfers/arrivals", body);
    }

    private int sealedRows(long id) {
        return jdbc.sql("select count(*) from transfer_arrival where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Since yesterday. */
    private void toAnotherProvince(long member) {
        toAnotherProvince(member, TODAY.minusDays(1));
    }

    private void toAnotherProvince(long member, LocalDate day) {
        long id = id(ask(ORIGIN, member, ELSEWHERE));
        taken(ABOVE_ORIGIN, id, "approval", Map.of());
        taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕21号", "issuedOn", day.toString()));
        taken(ABOVE_ORIGIN, id, "departure", Map.of("document", "虚省回〔2026〕9号", "day", day.toString()));
    }

    @Test
    void goesToAnotherProvinceWhenItsReceiptIsThere() {
        long member = persons.member(ORIGIN, "外一");
        long id = id(ask(ORIGIN, member, ELSEWHERE));
        taken(ABOVE_ORIGIN, id, "approval", Map.of());
        var letter = taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕20号"));
        assertThat(letter.path("turn").asString()).isEqualTo("ABOVE_ORIGIN");
        assertThat(letter.at("/transfer/destination").isNull()).isTrue();
        assertThat(step(ABOVE_ORIGIN, id, "admission", Map.of()).problem()).isEqualTo("transfer.not-yours");
        assertThat(standing(ORIGIN, member, TODAY, "status")).isEqualTo("FULL");
        var early = Map.<String, Object>of(
                "document", "9号", "day", TODAY.minusDays(1).toString());
        assertThat(step(ABOVE_ORIGIN, id, "departure", early).problem()).isEqualTo("transfer.before-letter");

        var left = taken(ABOVE_ORIGIN, id, "departure", Map.of("document", "虚省回〔2026〕8号", "day", TODAY.toString()));

        assertThat(left.at("/transfer/state").asString()).isEqualTo("CLOSED");
        assertThat(left.at("/transfer/receiptOn").asString()).isEqualTo(TODAY.toString());
        assertThat(standing(ORIGIN, member, TODAY, "status")).isEqualTo("AWAY");
        assertThat(standing(ORIGIN, member, TODAY.minusDays(1), "status")).isEqualTo("FULL");
        assertThat(ask(ORIGIN, member, to(DESTINATION)).problem()).isEqualTo("transfer.member-out");
    }

    @Test
    void comesFromAnotherProvinceAndHasAFileWhenHeIsAccepted(CapturedOutput output) {
        String number = Persons.number();
        long id = id(report(DESTINATION, arrival(DESTINATION, person("外二", number))));

        var seen = persons.get(ABOVE_DESTINATION, "/v1/transfers/" + id);
        assertThat(seen.body()).doesNotContain(number, "6601");
        assertThat(seen.json().at("/transfer/name").asString()).isEqualTo("外二");
        assertThat(seen.json().at("/transfer/member").isNull()).isTrue();
        assertThat(seen.json().at("/transfer/origin").isNull()).isTrue();
        assertThat(seen.json().path("turn").asString()).isEqualTo("ABOVE_DESTINATION");
        assertThat(files("外二")).isZero();
        var row = jdbc.sql("select * from transfer_arrival where id = :id")
                .param("id", id)
                .query()
                .singleRow();
        assertThat(row.values().stream()
                        .map(value -> value instanceof byte[] bytes ? new String(bytes) : String.valueOf(value)))
                .noneMatch(value -> value.contains(number) || value.contains("6601") || value.contains("外二"));
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        var accepted = taken(DESTINATION, id, "acceptance", Map.of());

        long member = accepted.at("/transfer/member").asLong();
        var file = persons.file(DESTINATION, member).json();
        assertThat(file.at("/member/name").asString()).isEqualTo("外二");
        assertThat(file.at("/member/unit").asLong()).isEqualTo(DESTINATION);
        assertThat(file.path("phone").asString()).isEqualTo("***01");
        assertThat(standing(DESTINATION, member, TODAY, "memberClass")).isEqualTo("RETIRED");
        assertThat(standing(DESTINATION, member, TODAY.minusDays(1), "status")).isEqualTo("FULL");
        assertThat(standing(DESTINATION, member, TODAY.minusDays(1), "unitId")).isEmpty();
        assertThat(sealedRows(id)).isZero();
        assertThat(taken(ABOVE_DESTINATION, id, "receipt", Map.of())
                        .at("/transfer/state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(output.getAll()).doesNotContain(number, "13000006601", "外二");
    }

    private int files(String name) {
        return jdbc.sql("select count(*) from member where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    @Test
    void ofWhoeverWentFromHereTheOldFileComesBack() {
        var body = Persons.fullMember("外三");
        long member = Persons.id(persons.register(ORIGIN, body));
        toAnotherProvince(member);
        var person = person("外三", body.get("number").toString());
        var reported = report(DESTINATION, arrival(DESTINATION, person));
        long id = id(reported);
        assertThat(reported.json().at("/transfer/member").isNull())
                .as("nobody is told before he is accepted")
                .isTrue();
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        var accepted = taken(DESTINATION, id, "acceptance", Map.of());

        assertThat(accepted.at("/transfer/member").asLong()).isEqualTo(member);
        assertThat(standing(DESTINATION, member, TODAY, "status")).isEqualTo("FULL");
        assertThat(persons.file(ORIGIN, member).status()).isEqualTo(404);
        assertThat(files("外三")).isEqualTo(1);
    }

    @Test
    void whoeverLeftTodayComesBackTomorrowAtTheEarliest() {
        var body = Persons.fullMember("外十");
        long member = Persons.id(persons.register(ORIGIN, body));
        toAnotherProvince(member, TODAY);
        long id = id(report(
                DESTINATION,
                arrival(DESTINATION, person("外十", body.get("number").toString()))));
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        assertThat(step(DESTINATION, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.left-today");
        assertThat(sealedRows(id)).isEqualTo(1);
    }

    @Test
    void theNumberAloneBringsNoFileBack() {
        var body = Persons.fullMember("外四");
        long member = Persons.id(persons.register(ORIGIN, body));
        toAnotherProvince(member);
        long id = id(report(
                DESTINATION,
                arrival(DESTINATION, person("外肆", body.get("number").toString()))));
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        var accepted = taken(DESTINATION, id, "acceptance", Map.of());

        assertThat(accepted.at("/transfer/member").asLong()).isNotEqualTo(member);
        assertThat(persons.file(DESTINATION, member).status()).isEqualTo(404);
        assertThat(standing(ORIGIN, member, TODAY, "status")).isEqualTo("AWAY");
    }

    @Test
    void refusesWhoeverComesAlreadyOrIsHere() {
        String number = Persons.number();
        long id = id(report(DESTINATION, arrival(DESTINATION, person("外五", number))));

        var again = report(DESTINATION, arrival(DESTINATION, person("外五", number)));
        assertThat(again.problem()).isEqualTo("transfer.under-way");
        assertThat(again.json().path("detail").asString()).contains(String.valueOf(id));
        taken(DESTINATION, id, "revocation", Map.of("reason", "没有来"));
        assertThat(sealedRows(id)).isZero();
        var here = Persons.fullMember("外六");
        Persons.id(persons.register(DESTINATION, here));
        assertThat(report(
                                DESTINATION,
                                arrival(
                                        DESTINATION,
                                        person("外六", here.get("number").toString())))
                        .problem())
                .isEqualTo("member.duplicate");
        assertThat(report(
                                ORIGIN,
                                arrival(ORIGIN, person("外六", here.get("number").toString())))
                        .status())
                .as("no door tells that a number is known elsewhere")
                .isEqualTo(201);
    }

    @Test
    void refusesWhatCannotBe() {
        var person = person("外七", Persons.number());
        assertThat(report(DESTINATION, arrival(ORIGIN, person)).problem()).isEqualTo("transfer.unit-unknown");
        assertThat(report(Province.OTHER_COUNTY, arrival(DESTINATION, person)).problem())
                .isEqualTo("transfer.not-yours");
        assertThat(report(ABOVE_DESTINATION, arrival(ABOVE_DESTINATION, person)).problem())
                .isEqualTo("transfer.not-formal");
        assertThat(changed(person, "issuedOn", TODAY.plusDays(1).toString())).isEqualTo("transfer.day-ahead");
        assertThat(changed(person, "validUntil", TODAY.minusDays(1).toString())).isEqualTo("transfer.letter-expired");
        person.put("fullOn", TODAY.plusDays(1).toString());
        assertThat(changed(person, "reason", "返乡")).isEqualTo("transfer.day-ahead");
        person.put("fullOn", null);
        person.put("number", "780000199002300010");
        assertThat(changed(person, "reason", "返乡")).isEqualTo("number.no-such-day");
    }

    private String changed(Map<String, Object> person, String field, String value) {
        var body = arrival(DESTINATION, person);
        body.put(field, value);
        return String.valueOf(report(DESTINATION, body).problem());
    }

    @Test
    void aNewLetterOfAnotherProvinceSaysUntilWhenItHolds() {
        long id = id(report(DESTINATION, arrival(DESTINATION, person("外八", Persons.number()))));

        assertThat(step(ABOVE_DESTINATION, id, "prolongation", Map.of("letter", "1号", "reason", "遗失"))
                        .problem())
                .isEqualTo("transfer.no-last-day");
        var until = TODAY.plusDays(200).toString();
        var prolonged = taken(
                ABOVE_DESTINATION, id, "prolongation", Map.of("letter", "1号", "reason", "遗失", "validUntil", until));
        assertThat(prolonged.at("/transfer/due").asString()).isEqualTo(until);
        taken(ABOVE_DESTINATION, id, "return", Map.of("reason", "信息不符"));
        assertThat(step(DESTINATION, id, "correction", Map.of("reason", "已改")).problem())
                .isEqualTo("transfer.other-sort");
    }

    @Test
    void whatIsSealedIsPutUnderTheCurrentKeyAndStillAccepted() {
        String number = Persons.number();
        long id = id(report(DESTINATION, arrival(DESTINATION, person("外九", number))));
        taken(ABOVE_DESTINATION, id, "admission", Map.of());

        resealWith("k2");
        assertThat(key(id)).isEqualTo("k2");
        resealWith("k1");

        assertThat(key(id)).isEqualTo("k1");
        taken(DESTINATION, id, "acceptance", Map.of());
    }

    private void resealWith(String key) {
        new Reseal(sealed, Persons.seals(key), template, transaction).reseal();
    }

    private String key(long id) {
        return jdbc.sql("select seal_key from transfer_arrival where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
