package cn.dangjian.member.care.lost;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class LostApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    private Persons persons;
    private long member;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        member = persons.member("杳无音");
    }

    private Api.Answer step(String token, long id, String step, Object... said) {
        var body = new LinkedHashMap<String, Object>();
        body.put("note", "多方查找");
        for (int i = 0; i < said.length; i += 2) body.put(said[i].toString(), said[i + 1]);
        return api.post("/v1/lost-cases/" + id + "/" + step, body)
                .as(token)
                .key()
                .send();
    }

    private Api.Answer step(long by, long id, String step, Object... said) {
        return step(tokens.at(by), id, step, said);
    }

    private Api.Answer decide(long id, String step, String day) {
        return step(Province.TOWNSHIP, id, step, "day", day, "document", "虚委〔2026〕5号");
    }

    private String status() {
        var file = persons.file(Province.VILLAGE, member).json().path("member");
        return file.path("status").asString() + (file.path("lost").asBoolean() ? " lost" : "");
    }

    private boolean isRipe(long id) {
        return persons.get(Province.TOWNSHIP, "/v1/lost-cases?ripe=true&limit=200")
                .json()
                .path("items")
                .findValuesAsString("id")
                .contains(String.valueOf(id));
    }

    @Test
    void isStoppedAfterSixMonthsAndRemovedTwoYearsLaterByPeople() {
        long id = persons.lost(member, "2023-08-31");
        assertThat(step(Province.VILLAGE, id, "searches", "day", "2023-10-01").status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");
        assertThat(decide(id, "confirmation", "2023-12-01").status()).isEqualTo(200);
        assertThat(status()).isEqualTo("FULL lost");
        assertThat(isRipe(id)).isTrue();

        assertThat(step(Province.VILLAGE, id, "stop-proposal").status()).isEqualTo(200);
        var early = decide(id, "stop", "2024-02-28");
        assertThat(early.problem()).isEqualTo("lost.too-early");
        assertThat(early.json().path("detail").asString()).contains("第二十四条", "2024-02-29");
        assertThat(status()).as("nothing happens by itself").isEqualTo("FULL lost");
        var stopped = decide(id, "stop", "2024-02-29");
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        assertThat(stopped.json().at("/lostCase/dueOn").asString()).isEqualTo("2026-02-28");
        assertThat(status()).startsWith("STOPPED");

        assertThat(step(Province.VILLAGE, id, "removal-proposal").status()).isEqualTo(200);
        assertThat(decide(id, "removal", "2026-02-27").problem()).isEqualTo("lost.too-early");
        var removed = decide(id, "removal", "2026-02-28");

        assertThat(removed.json().at("/lostCase/state").asString()).isEqualTo("REMOVED");
        assertThat(status()).isEqualTo("REMOVED");
        assertThat(removed.json().path("searches").findValuesAsString("step"))
                .containsExactly(
                        "OPENED", "SEARCHED", "CONFIRMED", "STOP_PROPOSED", "STOPPED", "REMOVAL_PROPOSED", "REMOVED");
        assertThat(persons.get(Province.VILLAGE, "/v1/members/" + member + "/standing?on=2026-02-27")
                        .json()
                        .at("/period/status")
                        .asString())
                .isEqualTo("STOPPED");
    }

    @Test
    void isFoundAtAnyTime() {
        long sought = persons.lost(member, "2026-01-31");
        assertThat(step(Province.VILLAGE, sought, "finding", "day", "2026-02-10")
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");

        long confirmed = persons.lost(member, "2026-01-31");
        decide(confirmed, "confirmation", "2026-03-01");
        assertThat(status()).isEqualTo("FULL lost");
        step(Province.VILLAGE, confirmed, "finding", "day", "2026-03-10");
        assertThat(status()).isEqualTo("FULL");

        long stopped = persons.lost(member, "2024-01-31");
        decide(stopped, "confirmation", "2024-03-01");
        step(Province.VILLAGE, stopped, "stop-proposal");
        decide(stopped, "stop", "2024-07-31");
        assertThat(step(Province.VILLAGE, stopped, "finding", "day", "2024-09-01")
                        .problem())
                .isEqualTo("lost.wrong-state");
        assertThat(decide(stopped, "restoration", "2024-10-01").status()).isEqualTo(200);
        assertThat(status()).isEqualTo("FULL");
    }

    @Test
    void whoProposedDoesNotDecide() {
        long id = persons.lost(member, "2025-01-31");
        decide(id, "confirmation", "2025-03-01");
        step(Province.TOWNSHIP, id, "stop-proposal");

        assertThat(decide(id, "stop", "2025-08-01").problem()).isEqualTo("lost.same-person");
        assertThat(step(Province.VILLAGE, id, "stop", "day", "2025-08-01", "document", "1号")
                        .problem())
                .isEqualTo("lost.not-yours");
        assertThat(step(Province.COUNTY, id, "stop", "day", "2025-08-01", "document", "1号")
                        .problem())
                .isEqualTo("lost.not-yours");
        String other = tokens.at(Province.TOWNSHIP, 77);
        assertThat(step(other, id, "denial").json().at("/lostCase/state").asString())
                .isEqualTo("LOST");
        assertThat(step(Province.VILLAGE, id, "stop-proposal").status()).isEqualTo(200);
        assertThat(step(other, id, "stop", "day", "2025-08-01", "document", "虚委2号")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoWhoDecideTheSecondHasToLookAgain() {
        long id = persons.lost(member, "2025-01-31");

        for (int status : new int[] {200, 412}) {
            var answer = api.post(
                            "/v1/lost-cases/" + id + "/confirmation", Map.of("day", "2025-03-01", "document", "虚委1号"))
                    .as(tokens.at(Province.TOWNSHIP))
                    .ifMatch("\"1\"")
                    .key()
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01, 422, lost.day-ahead", "2025-01-01, 409, lost.open"})
    void refusesASecondCaseAndADayToCome(String day, int status, String problem) {
        persons.lost(member, "2026-01-01");
        long whom = status == 409 ? member : persons.member("明日");

        var answer = persons.post(
                Province.VILLAGE, "/v1/members/" + whom + "/lost-cases", Map.of("lastContactOn", day, "note", "停机"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void nobodyIsLostBeforeTheLastContact() {
        long id = persons.lost(member, "2026-01-31");

        assertThat(decide(id, "confirmation", "2026-01-30").problem()).isEqualTo("lost.day-before");
        assertThat(persons.get(Province.SECOND_VILLAGE, "/v1/lost-cases/" + id).problem())
                .isEqualTo("lost.unknown");
    }

    @Test
    void ofWhoeverHasDiedMeanwhileOnlyTheCaseIsEnded() {
        long id = persons.lost(member, "2025-01-31");
        decide(id, "confirmation", "2025-03-01");
        step(Province.VILLAGE, id, "stop-proposal");
        persons.post(
                Province.VILLAGE,
                "/v1/members/" + member + "/events",
                Map.of("what", "DIED", "day", "2025-04-01", "reason", "病故"));

        assertThat(decide(id, "stop", "2025-08-01").problem()).isEqualTo("lost.gone");
        var ended = step(Province.VILLAGE, id, "finding", "day", "2025-08-01");

        assertThat(ended.json().at("/lostCase/state").asString())
                .as(ended.toString())
                .isEqualTo("FOUND");
        assertThat(status()).isEqualTo("DIED");
    }
}
