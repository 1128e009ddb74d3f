package cn.dangjian.member.moving.census;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.HandOverObserver.HandOver;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CensusApiTest {

    private static final long COUNTY = Province.SIBLING_COUNTY;
    private static final long TOWNSHIP = Province.SIBLING_TOWNSHIP;
    private static final long VILLAGE = 11211;
    private static final long OTHER_VILLAGE = 11212;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    HandOverCensus heir;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private Api.Answer open(long by, long unit, int year, String countedOn, String deadline) {
        return persons.post(
                by,
                "/v1/units/" + unit + "/censuses",
                Map.of("year", year, "countedOn", countedOn, "deadline", deadline, "document", "虚组〔2026〕8号"));
    }

    private long opened(int year) {
        var answer = open(COUNTY, COUNTY, year, year + "-01-01", year + "-06-30");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer enter(long by, long census, long member, String result, @Nullable String note) {
        var body = new HashMap<String, Object>();
        body.put("result", result);
        if (note != null) body.put("note", note);
        return api.put("/v1/censuses/" + census + "/members/" + member, body)
                .as(tokens.at(by))
                .key()
                .send();
    }

    private Api.Answer close(long by, long census, long unit) {
        return persons.post(by, "/v1/censuses/" + census + "/units/" + unit + "/closing", Map.of());
    }

    private Api.Answer reopen(long by, long census, long unit) {
        return persons.post(by, "/v1/censuses/" + census + "/units/" + unit + "/reopening", Map.of("reason", "漏报一人"));
    }

    private JsonNode progress(long by, long census) {
        return persons.get(by, "/v1/censuses/" + census).json();
    }

    /** Answers for all of whom nobody has said anything. */
    private void enterAll(long by, long census) {
        var open = persons.get(by, "/v1/censuses/" + census + "/members?open=true&limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(item -> Map.of("member", item.at("/entry/member").asLong(), "result", "IN_PLACE"))
                .toList();
        if (open.isEmpty()) return;
        var answer = persons.post(by, "/v1/censuses/" + census + "/results", Map.of("results", open));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void branchesAnswerAndTheTiersCloseFromBelow() {
        long lost = persons.member(VILLAGE, "何在");
        persons.member(VILLAGE, "在此");
        persons.member(OTHER_VILLAGE, "也在");
        long census = opened(2026);
        int members = progress(COUNTY, census).path("members").asInt();
        assertThat(progress(VILLAGE, census).path("members").asInt()).isBetween(2, members - 1);
        assertThat(close(VILLAGE, census, VILLAGE).problem()).isEqualTo("census.results-open");

        var entered = enter(VILLAGE, census, lost, "LOST", "电话停机");

        assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
        assertThat(entered.json().path("proposes").asString()).isEqualTo("/v1/members/" + lost + "/lost-cases");
        assertThat(persons.file(VILLAGE, lost).json().at("/member/lost").asBoolean())
                .as("it only proposes")
                .isFalse();
        enterAll(COUNTY, census);
        assertThat(progress(COUNTY, census).path("percent").asInt()).isEqualTo(100);
        assertThat(close(TOWNSHIP, census, TOWNSHIP).problem()).isEqualTo("census.parts-open");
        assertThat(close(VILLAGE, census, VILLAGE).status()).isEqualTo(200);
        assertThat(enter(VILLAGE, census, lost, "IN_PLACE", null).problem()).isEqualTo("census.closed");
        assertThat(close(TOWNSHIP, census, OTHER_VILLAGE).status()).isEqualTo(200);
        assertThat(close(TOWNSHIP, census, TOWNSHIP).status()).isEqualTo(200);
        assertThat(close(COUNTY, census, COUNTY).json().path("closedAt").isNull())
                .isFalse();
        var part = progress(TOWNSHIP, census).path("parts").get(0);
        assertThat(part.path("unit").asLong()).isEqualTo(VILLAGE);
        assertThat(part.path("lost").asInt()).isEqualTo(1);
        assertThat(part.path("closed").asBoolean()).isTrue();

        assertThat(reopen(VILLAGE, census, VILLAGE).problem()).isEqualTo("census.not-above");
        assertThat(reopen(TOWNSHIP, census, VILLAGE).json().path("closedAt").isNull())
                .isTrue();

        assertThat(close(COUNTY, census, COUNTY).problem()).isEqualTo("census.parts-open");
        assertThat(enter(VILLAGE, census, lost, "POCKET", null).status()).isEqualTo(200);
        assertThat(reopen(TOWNSHIP, census, VILLAGE).problem()).isEqualTo("census.not-closed");
        for (long unit : new long[] {VILLAGE, TOWNSHIP, COUNTY})
            assertThat(close(COUNTY, census, unit).status()).isEqualTo(200);
    }

    @Test
    void asksOfTheMembersOfThatDay() {
        long member = persons.member(VILLAGE, "老党员");
        long applicant = Persons.id(persons.register(VILLAGE, Persons.applicant("申请者")));
        long census = opened(2025);

        assertThat(enter(VILLAGE, census, applicant, "IN_PLACE", null).problem())
                .isEqualTo("census.member-unknown");
        assertThat(enter(OTHER_VILLAGE, census, member, "IN_PLACE", null).problem())
                .isEqualTo("census.member-unknown");
        assertThat(enter(VILLAGE, census, member, "OTHER", null).problem()).isEqualTo("census.no-note");
        assertThat(enter(VILLAGE, census, member, "OTHER", "长期住院").status()).isEqualTo(200);
        var one = Map.of("member", member, "result", "IN_PLACE");
        assertThat(persons.post(VILLAGE, "/v1/censuses/" + census + "/results", Map.of("results", List.of(one, one)))
                        .problem())
                .isEqualTo("census.twice");
        var stranger = Map.of("member", applicant, "result", "IN_PLACE");
        assertThat(persons.post(
                                VILLAGE,
                                "/v1/censuses/" + census + "/results",
                                Map.of("results", List.of(one, stranger)))
                        .status())
                .isEqualTo(404);
        assertThat(persons.get(VILLAGE, "/v1/censuses/" + census + "/members?result=OTHER")
                        .json()
                        .path("items"))
                .as("none of them, if one is unknown")
                .hasSize(1);
    }

    @Test
    void theHeirOfAUnitAnswersForItsMembers() {
        long one = persons.member(Province.THIRD_VILLAGE, "随并");
        long another = persons.member(Province.THIRD_VILLAGE, "随分");
        long census = persons.census(2022);
        var now = Instant.now();
        var handOver = new HandOver(
                new UnitId(Province.THIRD_VILLAGE),
                new UnitId(Province.SECOND_VILLAGE),
                LocalDate.of(2026, 1, 1),
                "撤并",
                "account:1",
                now);

        transaction.executeWithoutResult(status -> heir.membersWent(handOver, List.of(new MemberId(another))));

        assertThat(enter(Province.SECOND_VILLAGE, census, one, "IN_PLACE", null).status())
                .isEqualTo(404);
        assertThat(enter(Province.SECOND_VILLAGE, census, another, "IN_PLACE", null)
                        .status())
                .isEqualTo(200);
        transaction.executeWithoutResult(status -> heir.unitWent(handOver));
        assertThat(enter(Province.SECOND_VILLAGE, census, one, "IN_PLACE", null).status())
                .isEqualTo(200);
        assertThat(enter(Province.THIRD_VILLAGE, census, one, "IN_PLACE", null).status())
                .isEqualTo(404);
    }

    @Test
    void anHeirThatHasClosedIsOpenAgainForThoseWhoComeLater() {
        persons.member(VILLAGE, "先销");
        long later = persons.member(OTHER_VILLAGE, "后来");
        long census = opened(2021);
        enterAll(VILLAGE, census);
        assertThat(close(VILLAGE, census, VILLAGE).status()).isEqualTo(200);
        var handOver = new HandOver(
                new UnitId(OTHER_VILLAGE),
                new UnitId(VILLAGE),
                LocalDate.of(2026, 1, 1),
                "撤并",
                "account:1",
                Instant.now());

        transaction.executeWithoutResult(status -> heir.unitWent(handOver));

        assertThat(enter(VILLAGE, census, later, "IN_PLACE", null).status()).isEqualTo(200);
        enterAll(VILLAGE, census);
        assertThat(close(VILLAGE, census, VILLAGE).status()).isEqualTo(200);
        // of those who come with an answer nobody asks again
        transaction.executeWithoutResult(status -> heir.unitWent(handOver));
        assertThat(close(VILLAGE, census, VILLAGE).problem()).isEqualTo("census.closed");
    }

    @Test
    void anotherCountySeesNothingOfIt() {
        persons.member(VILLAGE, "不见");
        long census = opened(2024);

        assertThat(persons.get(Province.COUNTY, "/v1/censuses/" + census).status())
                .isEqualTo(404);
        assertThat(persons.get(Province.COUNTY, "/v1/censuses")
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .doesNotContain(String.valueOf(census));
        assertThat(persons.get(VILLAGE, "/v1/censuses").json().path("items").findValuesAsString("id"))
                .contains(String.valueOf(census));
        assertThat(open(COUNTY, COUNTY, 2024, "2024-02-01", "2024-06-30").problem())
                .isEqualTo("census.overlaps");
        assertThat(open(Province.CITY, Province.CITY, 2024, "2024-02-01", "2024-06-30")
                        .problem())
                .isEqualTo("census.overlaps");
        assertThat(close(Province.CITY, census, Province.CITY).problem()).isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "112,  112, 2023, 2023-01-01, 2022-12-31, 422, census.wrong-days",
        "112,  112, 2023, 2022-12-31, 2023-06-30, 422, census.wrong-days",
        "112,  112, 2099, 2099-01-01, 2099-06-30, 422, census.wrong-days",
        "1121, 112, 2023, 2023-01-01, 2023-06-30, 404, unit.unknown",
        "112, 1121, 2023, 2023-01-01, 2023-06-30, 404, unit.unknown",
        "111,  112, 2023, 2023-01-01, 2023-06-30, 404, unit.unknown",
        "112,  112, 1999, 1999-01-01, 2023-06-30, 400, body.invalid",
    })
    void refusesWhatCannotBeAsked(
            long by, long unit, int year, String counted, String deadline, int status, String problem) {
        var answer = open(by, unit, year, counted, deadline);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }
}
