package cn.dangjian.organization.people.posting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PostingApiTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";
    private static final List<String> PARTIES = List.of("ORGANIZATION_DEPARTMENT", "SENDING_UNIT", "TOWNSHIP");

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("42", api, tokens, jdbc);
        for (String table : List.of("first_secretary", "first_secretary_party", "first_secretary_bound")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private Api.Answer post(String who, String village, LocalDate from, LocalDate until, List<String> parties) {
        List<Map<String, Object>> named = parties.stream()
                .map(party -> House.map("party", party, "name", "虚构" + party))
                .toList();
        return house.post(
                who,
                "/v1/units/" + house.unit(village) + "/first-secretaries",
                "name",
                "虚构一",
                "sendingUnit",
                "虚构县直单位",
                "from",
                from.toString(),
                "until",
                until.toString(),
                "document",
                "虚组〔2026〕10号",
                "parties",
                named);
    }

    private long aPosting(String village, LocalDate from) {
        var answer = post("0101", village, from, from.plusMonths(24), PARTIES);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("posting").path("id").asLong();
    }

    private Api.Answer bind(String who, long posting, String kind, Object yuan) {
        return house.post(
                who,
                "/v1/first-secretaries/" + posting + "/bounds",
                "kind",
                kind,
                "title",
                "虚构道路",
                "yuan",
                yuan,
                "on",
                TODAY.toString());
    }

    private Api.Answer end(String who, long posting, LocalDate on) {
        return house.post(who, "/v1/first-secretaries/" + posting + "/end", "on", on.toString(), "reason", "任满");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void threeThingsAreBound() {
        long posting = aPosting(VILLAGE, TODAY);
        bind("0101100", posting, "PROJECT", null);
        bind("0101", posting, "MONEY", "120000.5");
        assertThat(house.get("0101", "/v1/first-secretaries/" + posting)
                        .json()
                        .path("threeBound")
                        .asBoolean())
                .isFalse();

        var json = bind("0101", posting, "DUTY", null).json();

        assertThat(json.path("threeBound").asBoolean()).isTrue();
        assertThat(json.path("bounds").get(1).path("yuan").asString()).isEqualTo("120000.50");
        assertThat(json.path("parties")).hasSize(3);
        assertThat(json.path("status").asString()).isEqualTo("SERVING");
    }

    @ParameterizedTest
    @CsvSource({
        "MONEY,   0.01,            201,",
        "MONEY,   999999999999.99, 201,",
        "MONEY,   ,                422, posting.no-money",
        "MONEY,   0,               400, body.invalid",
        "MONEY,   0.001,           400, body.invalid",
        "MONEY,   -1,              400, body.invalid",
        "PROJECT, 5,               201,",
        "SOUL,    5,               422, posting.no-such-kind"
    })
    void moneyIsCountedInFen(String kind, String yuan, int status, String problem) {
        var answer = bind("0101", aPosting(VILLAGE, TODAY), kind, yuan);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(rows("first_secretary_bound")).isEqualTo(status == 201 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"24, 0, 201", "24, -1, 422", "36, 0, 201", "1, 0, 422"})
    void aTermIsNoShorterThanTheRuleSays(int months, int days, int status) {
        var until = TODAY.plusMonths(months).plusDays(days);

        assertThat(post("0101", VILLAGE, TODAY, until, PARTIES).status()).isEqualTo(status);
    }

    @Test
    void allThreePartiesAreNamedOnce() {
        var until = TODAY.plusYears(2);
        for (var parties : List.of(
                List.<String>of(),
                PARTIES.subList(0, 2),
                List.of("ORGANIZATION_DEPARTMENT", "SENDING_UNIT", "SENDING_UNIT"),
                List.of("ORGANIZATION_DEPARTMENT", "SENDING_UNIT", "NOBODY"))) {
            assertThat(post("0101", VILLAGE, TODAY, until, parties).problem()).isEqualTo("posting.parties-missing");
        }
        assertThat(rows("first_secretary")).isZero();
    }

    @Test
    void aVillageHasOneAtATime() {
        long posting = aPosting(VILLAGE, TODAY.minusYears(1));
        assertThat(post("0101", VILLAGE, TODAY, TODAY.plusYears(2), PARTIES).problem())
                .isEqualTo("posting.occupied");
        assertThat(end("0101", posting, TODAY.plusDays(1)).problem()).isEqualTo("posting.wrong-day");
        assertThat(end("0101", posting, TODAY.minusYears(2)).problem()).isEqualTo("posting.wrong-day");
        assertThat(end("0101100", posting, TODAY).problem()).isEqualTo("posting.not-yours");

        assertThat(end("0101", posting, TODAY).json().path("status").asString()).isEqualTo("ENDED");

        assertThat(end("0101", posting, TODAY).problem()).isEqualTo("posting.ended");
        assertThat(post("0101", VILLAGE, TODAY, TODAY.plusYears(2), PARTIES).status())
                .isEqualTo(201);
        var stale = api.post(
                        "/v1/first-secretaries/" + posting + "/end", House.map("on", TODAY.toString(), "reason", "任满"))
                .as(tokens.at(house.unit("0101")))
                .key()
                .ifMatch("\"1\"")
                .send();
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void coverageIsVillagesWithOneOutOfAllBelowEachUnit() {
        aPosting(VILLAGE, TODAY);
        aPosting("0101100202", TODAY.plusDays(1));
        end("0101", aPosting("0101100203", TODAY.minusDays(9)), TODAY);

        var counties = house.get("", "/v1/first-secretaries/coverage?tier=COUNTY")
                .json()
                .path("items");

        assertThat(counties).hasSize(3);
        assertThat(counties.get(0).path("villages").asInt()).isEqualTo(4);
        assertThat(counties.get(0).path("covered").asInt()).isEqualTo(1);
        assertThat(counties.get(0).path("percent").asDouble()).isEqualTo(25.0);
        assertThat(counties.get(2).path("covered").asInt()).isZero();
        var cities =
                house.get("", "/v1/first-secretaries/coverage?tier=CITY").json().path("items");
        assertThat(cities.get(0).path("villages").asInt()).isEqualTo(6);
        var yesterday = house.get(
                        "0101", "/v1/first-secretaries/coverage?tier=VILLAGE&limit=2&asOf=" + TODAY.minusDays(1))
                .json();
        assertThat(yesterday.path("items")).hasSize(2);
        var rest = house.get(
                        "0101",
                        "/v1/first-secretaries/coverage?tier=VILLAGE&limit=2&asOf=" + TODAY.minusDays(1) + "&cursor="
                                + yesterday.path("next").asString())
                .json()
                .path("items");
        assertThat(rest.get(1).path("covered").asInt()).isEqualTo(1);
    }

    @Test
    void townshipsSendNobodyAndVillagesBindNothing() {
        assertThat(post("0101100", VILLAGE, TODAY, TODAY.plusYears(2), PARTIES).problem())
                .isEqualTo("posting.not-sender");
        assertThat(bind(VILLAGE, aPosting(VILLAGE, TODAY), "DUTY", null).problem())
                .isEqualTo("posting.not-yours");
    }

    @Test
    void listsPageByPage() {
        aPosting(VILLAGE, TODAY);
        aPosting("0101100202", TODAY);

        var page = house.get("0101", "/v1/first-secretaries?limit=1").json();
        var rest = house.get(
                        "0101",
                        "/v1/first-secretaries?limit=1&cursor="
                                + page.path("next").asString())
                .json();

        assertThat(page.path("items").get(0).path("village").asLong()).isEqualTo(house.unit("0101100202"));
        assertThat(rest.path("items").get(0).path("village").asLong()).isEqualTo(house.unit(VILLAGE));
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        long posting = aPosting(VILLAGE, TODAY);
        for (String who : List.of("0201", "0121", "0101001")) {
            assertThat(house.get(who, "/v1/first-secretaries/" + posting).status())
                    .isEqualTo(404);
            assertThat(house.get(who, "/v1/first-secretaries").json().path("items"))
                    .isEmpty();
            assertThat(bind(who, posting, "DUTY", null).status()).isEqualTo(404);
            assertThat(end(who, posting, TODAY).status()).isEqualTo(404);
            assertThat(post(who, VILLAGE, TODAY, TODAY.plusYears(2), PARTIES).status())
                    .isEqualTo(404);
            assertThat(house.get(who, "/v1/first-secretaries/coverage?tier=VILLAGE&unit=" + house.unit("0101"))
                            .status())
                    .isEqualTo(404);
        }
        for (String path : List.of("", "/1", "/coverage?tier=CITY")) {
            assertThat(api.get("/v1/first-secretaries" + path).send().status()).isEqualTo(401);
        }
        for (String path :
                List.of("units/1/first-secretaries", "first-secretaries/1/bounds", "first-secretaries/1/end")) {
            assertThat(api.post("/v1/" + path).key().send().status()).isEqualTo(401);
        }
    }
}
