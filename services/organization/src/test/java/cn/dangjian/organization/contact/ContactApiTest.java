package cn.dangjian.organization.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ContactApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String COUNTY = "0101";
    private static final String TOWN = "0101100";
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        divisions = new Divisions("84", api, tokens, jdbc);
        divisions.settle();
        for (String table : List.of("contact_problem", "contact_visit", "contact_link", "contact_leader")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from rule_setting").update();
    }

    private Api.Answer post(String who, String path, Object body) {
        return api.post(path, body).as(tokens.at(divisions.unit(who))).key().send();
    }

    private JsonNode get(String who, String path) {
        return api.get(path).as(tokens.at(divisions.unit(who))).send().json();
    }

    private long leader(String who) {
        var answer = post(who, "/v1/contact-leaders", Map.of("name", "某某", "duty", "副书记", "account", 4711));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer link(String who, long leader, String unit, String kind, int days) {
        var from = TODAY.toString();
        var to = TODAY.plusDays(days).toString();
        long id = divisions.unit(unit);
        var body = Map.of("leader", leader, "unit", id, "kind", kind, "from", from, "to", to);
        return post(who, "/v1/contact-links", body);
    }

    private Map<String, Object> visit(long leader, String unit, LocalDate day, String days) {
        return Map.of(
                "leader",
                leader,
                "unit",
                divisions.unit(unit),
                "day",
                day.toString(),
                "days",
                new java.math.BigDecimal(days),
                "found",
                "饮水困难",
                "problems",
                List.of("水管老化"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101    | 0101100    | POINT   | 0  | 201 |
        0101    | 0101100    | AREA    | 0  | 201 |
        0101    | 0101100201 | STATION | 9  | 201 |
        0101    | 0101100    | STATION | 0  | 422 | contact.kind-unfit
        0101    | 0101       | POINT   | 0  | 422 | contact.kind-unfit
        0101    | 0101100201 | STATION | -1 | 422 | contact.days-unfit
        0101    | 0121200    | AREA    | 0  | 404 | unit.unknown
        0101100 | 0101001001 | STATION | 0  | 404 | unit.unknown
        0101    | 0101100    | FRIEND  | 0  | 400 | body.wrong-type
        """)
    void linksAnOfficialToAUnitBelow(String who, String unit, String kind, int days, int status, String problem) {
        long leader = leader(who);

        var answer = link(who, leader, unit, kind, days);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from contact_link")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void onlyTheOfficeOfTheOfficialLinksAndEnds() {
        long leader = leader(COUNTY);
        long id = link(COUNTY, leader, VILLAGE, "POINT", 30).json().path("id").asLong();
        String end = "/v1/contact-links/" + id + "/end";
        var today = Map.of("day", TODAY.toString());

        assertThat(link(TOWN, leader, VILLAGE, "POINT", 0).problem()).isEqualTo("contact.leader-unknown");
        assertThat(link(COUNTY, leader, VILLAGE, "POINT", 0).problem()).isEqualTo("contact.linked-already");
        assertThat(post("0121", end, today).problem()).isEqualTo("contact.link-unknown");
        assertThat(post(TOWN, end, today).problem()).isEqualTo("contact.not-yours");
        assertThat(post(COUNTY, end, Map.of("day", TODAY.plusDays(31).toString()))
                        .problem())
                .isEqualTo("contact.days-unfit");
        assertThat(post(COUNTY, end, today).status()).isEqualTo(200);
        assertThat(api.post(end, today)
                        .as(tokens.at(divisions.unit(COUNTY)))
                        .key()
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(get(VILLAGE, "/v1/contact-links?kind=POINT").path("items")).hasSize(1);
        assertThat(get(VILLAGE, "/v1/contact-links?on=" + TODAY.plusDays(1)).path("items"))
                .isEmpty();
        assertThat(get("0121", "/v1/contact-links").path("items")).isEmpty();
        assertThat(get("0121", "/v1/contact-leaders").path("items")).isEmpty();
        assertThat(get("0121", "/v1/contact-links?unit=" + divisions.unit(TOWN))
                        .path("code")
                        .asString())
                .isEqualTo("unit.unknown");
    }

    @Test
    void coverageIsTheSumOfTheTierBelow() {
        long leader = leader(COUNTY);
        link(COUNTY, leader, TOWN, "AREA", 30);
        link(COUNTY, leader, TOWN, "POINT", 30);
        link(COUNTY, leader, VILLAGE, "STATION", 30);
        link(COUNTY, leader, "0101001001", "POINT", 30);

        var county = get("", "/v1/contact-coverage?unit=" + divisions.unit(COUNTY));

        assertThat(county.path("total").path("villages").asInt()).isEqualTo(4);
        assertThat(county.path("total").path("area").asInt()).isEqualTo(3);
        assertThat(county.path("total").path("point").asInt()).isEqualTo(1);
        assertThat(county.path("total").path("station").asInt()).isEqualTo(1);
        assertThat(county.path("total").path("linked").asInt()).isEqualTo(4);
        for (var part : county.path("parts")) {
            var below = get("", "/v1/contact-coverage?unit=" + part.path("unit").asLong());
            assertThat(below.path("total")).isEqualTo(part);
        }
        assertThat(get("", "/v1/contact-coverage?on=" + TODAY.plusDays(31))
                        .path("total")
                        .path("linked")
                        .asInt())
                .isZero();
        assertThat(get("0121", "/v1/contact-coverage?unit=" + divisions.unit(TOWN))
                        .path("code")
                        .asString())
                .isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101100    | 0101100201 | 0  | 0.5  | 201 |
        0101100    | 0101100201 | 0  | 1    | 201 |
        0101100    | 0101100201 | 1  | 2    | 201 |
        0101100    | 0101100201 | 0  | 1.5  | 422 | contact.day-ahead
        0101100    | 0101100201 | -1 | 1    | 422 | contact.day-ahead
        0101100    | 0101100201 | 9  | 0.7  | 422 | contact.not-half-days
        0101100    | 0101100201 | 9  | 0    | 400 | body.invalid
        0101100    | 0101100201 | 99 | 31.5 | 400 | body.invalid
        0101100    | 0101001001 | 0  | 1    | 404 | unit.unknown
        0101       | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        0101100201 | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        0121       | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        """)
    void theOfficeWritesTheLog(String who, String unit, int ago, String days, int status, String problem) {
        long leader = leader(TOWN);

        var answer = post(who, "/v1/contact-visits", visit(leader, unit, TODAY.minusDays(ago), days));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from contact_visit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void theOfficialWritesFromAnyPostAndSolvesProblems() {
        long leader = leader(TOWN);
        var logged = api.post("/v1/contact-visits", visit(leader, VILLAGE, TODAY, "1"))
                .as(tokens.at(divisions.unit(VILLAGE), 4711))
                .key()
                .send();
        assertThat(logged.status()).as(logged.toString()).isEqualTo(201);
        String path = "/v1/contact-visits/" + logged.json().path("id").asLong();
        var solution = Map.of("day", TODAY.toString(), "solution", "已更换");

        assertThat(get(COUNTY, "/v1/contact-visits?unsolved=true").path("items"))
                .hasSize(1);
        assertThat(post("0121", path + "/problems/1/solution", solution).problem())
                .isEqualTo("contact.visit-unknown");
        assertThat(post(TOWN, path + "/problems/2/solution", solution).problem())
                .isEqualTo("contact.problem-unknown");
        assertThat(post(TOWN, path + "/problems/1/solution", Map.of("day", "2020-01-01", "solution", "已更换"))
                        .problem())
                .isEqualTo("contact.before-the-visit");
        assertThat(post(TOWN, path + "/problems/1/solution", solution).status()).isEqualTo(200);
        assertThat(post(TOWN, path + "/problems/1/solution", solution).problem())
                .isEqualTo("contact.solved-already");
        assertThat(get(COUNTY, "/v1/contact-visits?unsolved=true").path("items"))
                .isEmpty();
        assertThat(get(VILLAGE, path).path("problems").path(0).path("solvedOn").asString())
                .isEqualTo(TODAY.toString());
        assertThat(get("0121", path).path("code").asString()).isEqualTo("contact.visit-unknown");
        assertThat(get("0121", "/v1/contact-visits").path("items")).isEmpty();
    }

    @Test
    void timeInVillagesStandsBesideWhatIsAsked() {
        long county = leader(COUNTY);
        long town = leader(TOWN);
        var monday = LocalDate.of(2026, 3, 2);
        for (long leader : List.of(county, town)) {
            post(leader == town ? TOWN : COUNTY, "/v1/contact-visits", visit(leader, VILLAGE, monday, "2.5"));
        }
        post(COUNTY, "/v1/contact-visits", visit(county, TOWN, monday.plusDays(3), "1"));

        var week = get(COUNTY, "/v1/contact-time?from=2026-03-02&to=2026-03-08");

        assertThat(week.path("provisional").asBoolean(true)).isFalse();
        assertThat(week.path("items")).hasSize(2);
        for (var share : week.path("items")) {
            boolean township = share.path("leader").asLong() == town;
            assertThat(share.path("days").decimalValue()).isEqualByComparingTo("2.5");
            assertThat(share.path("workingDays").asInt()).isEqualTo(5);
            assertThat(share.path("share").decimalValue()).isEqualByComparingTo("50");
            assertThat(share.path("asked").isNull()).isEqualTo(!township);
            assertThat(share.path("reached").isNull()).isTrue();
        }
        assertThat(get(COUNTY, "/v1/contact-time?from=2026-12-28&to=2027-01-03")
                        .path("provisional")
                        .asBoolean())
                .as("a year whose notice is not known")
                .isTrue();
        var year = get(TOWN, "/v1/contact-time?from=2026-01-01&to=2026-12-31").path("items");
        assertThat(year.path(0).path("reached").asBoolean(true)).isFalse();
        assertThat(get("0121", "/v1/contact-time?from=2026-03-02&to=2026-03-08").path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01, 422",
        "2026-03-02, 2027-03-01, 200",
        "2026-03-02, 2027-03-02, 422",
        "2017-12-31, 2018-01-01, 422",
        "soon,       2026-03-02, 400",
    })
    void aPeriodHasOneYearAtMost(String from, String to, int status) {
        assertThat(api.get("/v1/contact-time?from=" + from + "&to=" + to)
                        .as(tokens.at(divisions.unit(COUNTY)))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/contact-leaders",
                "/v1/contact-links",
                "/v1/contact-visits",
                "/v1/contact-visits/1",
                "/v1/contact-coverage",
                "/v1/contact-time?from=2026-03-02&to=2026-03-08"
            })
    void withoutATokenNothingIsToldOrDone(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
        assertThat(api.post(path, Map.of()).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/contact-links/1/end", Map.of()).key().send().status())
                .isEqualTo(401);
        assertThat(api.post("/v1/contact-visits/1/problems/1/solution", Map.of())
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
    }
}
