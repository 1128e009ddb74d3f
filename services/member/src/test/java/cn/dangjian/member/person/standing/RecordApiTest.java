package cn.dangjian.member.person.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RecordApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private Api.Answer write(long by, long id, String what, String day, String document) {
        var body = new HashMap<String, Object>(Map.of("what", what, "day", day, "reason", "见材料"));
        if (!document.isEmpty()) body.put("document", document);
        if (what.equals("CLASSED")) body.put("memberClass", "RETIRED");
        return persons.post(by, "/v1/members/" + id + "/events", body);
    }

    private String statusOn(long id, String day) {
        return persons.get(Province.VILLAGE, "/v1/members/" + id + "/standing?on=" + day)
                .json()
                .at("/period/status")
                .asString();
    }

    @Test
    void hasOneAnswerForAnyDay() {
        long id = persons.member("蒋日新");

        assertThat(write(Province.VILLAGE, id, "DIED", "2026-01-31", "").status())
                .isEqualTo(201);

        assertThat(statusOn(id, "2009-02-28")).isEmpty();
        assertThat(statusOn(id, "2009-03-01")).isEqualTo("APPLICANT");
        assertThat(statusOn(id, "2011-07-01")).isEqualTo("PROBATIONARY");
        assertThat(statusOn(id, "2026-01-30")).isEqualTo("FULL");
        assertThat(statusOn(id, "2026-01-31")).isEqualTo("DIED");
    }

    @Test
    void aCorrectionOfThePastIsAnEventWithAReason() {
        long id = persons.member("沈月明");
        write(Province.VILLAGE, id, "DIED", "2026-01-31", "");
        var history =
                persons.get(Province.TOWNSHIP, "/v1/members/" + id + "/history").json();
        long death = history.at("/events/0/id").asLong();

        var struck = persons.post(
                Province.TOWNSHIP, "/v1/members/" + id + "/events/" + death + "/strike", Map.of("reason", "同名同姓，登记错人"));

        assertThat(struck.status()).as(struck.toString()).isEqualTo(200);
        assertThat(statusOn(id, "2026-02-01")).isEqualTo("FULL");
        assertThat(struck.json().at("/events/0/struckBecause").asString()).isEqualTo("同名同姓，登记错人");
        assertThat(persons.post(
                                Province.TOWNSHIP,
                                "/v1/members/" + id + "/events/" + death + "/strike",
                                Map.of("reason", "再来一次"))
                        .problem())
                .isEqualTo("record.struck");
    }

    @ParameterizedTest
    @CsvSource({
        "11111, WITHDREW, 2026-01-31, 文1, record.not-entitled",
        "1111, WITHDREW, 2026-01-31, '', record.no-document",
        "1111, EXPELLED, 2026-01-31, 文1, record.not-entitled",
        "11111, DIED, 2999-01-31, '', record.day-ahead",
        "121, DIED, 2026-01-31, '', member.unknown",
        "11112, DIED, 2026-01-31, '', member.unknown",
    })
    void refusesWhoMayNotAndWhatCannotBe(long by, String what, String day, String document, String problem) {
        long id = persons.member("韩星辰");

        assertThat(write(by, id, what, day, document).problem()).isEqualTo(problem);
    }

    @Test
    void theDeadGetNoOtherClass() {
        long id = persons.member("杨天赐");
        write(Province.VILLAGE, id, "DIED", "2026-01-31", "");

        assertThat(write(Province.VILLAGE, id, "CLASSED", "2026-02-01", "").problem())
                .isEqualTo("record.over");
    }

    @Test
    void listsWhatDoesNotFit() {
        var body = Persons.fullMember("朱自清河");
        body.put("number", Persons.number("20000229", 77));
        body.put("appliedOn", "2018-02-27");
        body.put("admittedOn", "2020-07-01");
        body.put("fullOn", "2019-07-01");
        long id = Persons.id(persons.register(Province.VILLAGE, body));

        var kinds = persons.get(Province.TOWNSHIP, "/v1/contradictions?unit=" + Province.VILLAGE + "&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("member").asLong() == id)
                .map(each -> each.path("kind").asString());

        assertThat(kinds).contains("TOO_YOUNG", "FULL_BEFORE_ADMISSION");
        assertThat(persons.get(Province.OTHER_COUNTY, "/v1/contradictions?limit=200")
                        .body())
                .doesNotContain("朱自清河");
    }

    @Test
    void restoresNobodyButWhoeverIsOutOrStopped() {
        long id = persons.member("祝长安");

        assertThat(write(Province.TOWNSHIP, id, "RESTORED", "2026-01-31", "虚委〔2026〕1号")
                        .problem())
                .isEqualTo("record.not-out");

        write(Province.TOWNSHIP, id, "WITHDREW", "2026-01-31", "虚委〔2026〕2号");
        assertThat(write(Province.TOWNSHIP, id, "RESTORED", "2026-01-31", "虚委〔2026〕3号")
                        .problem())
                .as("on that day he withdraws")
                .isEqualTo("record.not-out");
        assertThat(write(Province.TOWNSHIP, id, "RESTORED", "2026-02-01", "虚委〔2026〕3号")
                        .status())
                .isEqualTo(201);
        assertThat(statusOn(id, "2026-02-01")).isEqualTo("FULL");
    }

    @ParameterizedTest
    @CsvSource({"RESTORED, 2026-02-01, 409", "WITHDREW, 2026-01-31, 409", "WITHDREW, 2026-01-30, 201"})
    void ofTheDeadOnlyWhatWasBeforeIsWrittenDown(String what, String day, int status) {
        long id = persons.member("宁归土");
        write(Province.VILLAGE, id, "DIED", "2026-01-31", "");

        var answer = write(Province.TOWNSHIP, id, what, day, "虚委〔2026〕4号");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(statusOn(id, "2026-02-01")).isEqualTo("DIED");
    }

    @Test
    void leavesNothingOutBetweenTwoPages() {
        var body = Persons.fullMember("三不合");
        body.put("number", Persons.number("20000229", 78));
        body.put("appliedOn", "2018-02-27");
        body.put("admittedOn", "2020-07-01");
        body.put("fullOn", "2019-07-01");
        long id = Persons.id(persons.register(Province.SECOND_VILLAGE, body));

        var kinds = new ArrayList<String>();
        String cursor = "";
        do {
            var page = persons.get(
                            Province.SECOND_VILLAGE,
                            "/v1/contradictions?unit=" + Province.SECOND_VILLAGE + "&limit=1" + cursor)
                    .json();
            page.path("items").forEach(item -> {
                if (item.path("member").asLong() == id)
                    kinds.add(item.path("kind").asString());
            });
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(kinds).containsExactly("FULL_BEFORE_ADMISSION", "PROBATION_WITHOUT_END", "TOO_YOUNG");
    }

    @Test
    void aTownshipUndoesNothingThatACountyHasWrittenDown() {
        long id = persons.member("焦铁案");
        var expelled = write(Province.COUNTY, id, "EXPELLED", "2026-01-31", "虚纪〔2026〕1号");
        assertThat(expelled.status()).as(expelled.toString()).isEqualTo(201);
        long event = expelled.json().at("/events/0/id").asLong();
        String strike = "/v1/members/" + id + "/events/" + event + "/strike";

        assertThat(write(Province.TOWNSHIP, id, "RESTORED", "2026-02-28", "虚委〔2026〕9号")
                        .problem())
                .isEqualTo("record.not-entitled");
        assertThat(persons.post(Province.TOWNSHIP, strike, Map.of("reason", "弄错了"))
                        .problem())
                .isEqualTo("record.not-entitled");
        assertThat(persons.post(Province.COUNTY, strike, Map.of("reason", "登记错人"))
                        .status())
                .isEqualTo(200);
        assertThat(statusOn(id, "2026-02-01")).isEqualTo("FULL");
    }
}
