package cn.dangjian.organization.people.workteam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class WorkTeamApiTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("44", api, tokens, jdbc);
        jdbc.sql("delete from work_team").update();
        jdbc.sql("delete from work_team_member").update();
    }

    private Api.Answer send(String who, LocalDate from, int members, int leaders) {
        var all = IntStream.range(0, members)
                .mapToObj(i -> House.map("name", "虚构" + i, "leader", i < leaders))
                .toList();
        return house.post(
                who,
                "/v1/units/" + house.unit(VILLAGE) + "/work-teams",
                "sendingUnit",
                "虚构县直单位",
                "from",
                from.toString(),
                "document",
                "虚组〔2026〕11号",
                "members",
                all);
    }

    private JsonNode aTeam() {
        var answer = send("0101", TODAY.minusDays(9), 3, 1);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static long id(JsonNode team) {
        return team.path("team").path("id").asLong();
    }

    private static long member(JsonNode team, int number) {
        return team.path("members").get(number).path("id").asLong();
    }

    private Api.Answer recall(String who, long team, long member, LocalDate on) {
        return house.post(
                who,
                "/v1/work-teams/" + team + "/members/" + member + "/recall",
                "on",
                on.toString(),
                "reason",
                "不在岗",
                "document",
                "虚组〔2026〕12号",
                "replacement",
                House.map("name", "虚构新"));
    }

    private Api.Answer end(String who, long team, LocalDate on) {
        return house.post(who, "/v1/work-teams/" + team + "/end", "on", on.toString());
    }

    private int members() {
        return jdbc.sql("select count(*) from work_team_member")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoeverIsRecalledIsReplacedOnTheSameFooting() {
        var team = aTeam();

        var json = recall("0101", id(team), member(team, 0), TODAY).json();

        assertThat(json.path("members")).hasSize(4);
        assertThat(json.path("members").get(0).path("recallReason").asString()).isEqualTo("不在岗");
        var instead = json.path("members").get(3);
        assertThat(instead.path("replaces").asLong()).isEqualTo(member(team, 0));
        assertThat(instead.path("leader").asBoolean()).isTrue();
        assertThat(instead.path("fromOn").asString()).isEqualTo(TODAY.toString());
        assertThat(recall("0101", id(team), member(team, 0), TODAY).problem()).isEqualTo("workteam.over");
        assertThat(members()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 422", "-9, 200", "-10, 422"})
    void nobodyIsRecalledBeforeHeCameOrInAdvance(int days, int status) {
        var team = aTeam();

        assertThat(recall("0101", id(team), member(team, 1), TODAY.plusDays(days))
                        .status())
                .isEqualTo(status);
        assertThat(members()).isEqualTo(status == 200 ? 4 : 3);
    }

    @ParameterizedTest
    @CsvSource({
        "0101,    0, 2, 1, 201,",
        "'',      0, 2, 1, 201,",
        "0101,    0, 2, 0, 422, workteam.not-one-leader",
        "0101,    0, 2, 2, 422, workteam.not-one-leader",
        "0101,    1, 2, 1, 422, workteam.wrong-day",
        "0101,    0, 0, 0, 400, body.invalid",
        "0101100, 0, 2, 1, 403, workteam.not-sender",
        "0121,    0, 2, 1, 404, workteam.unknown"
    })
    void aCountyOrAboveSendsATeamWithOneLeader(
            String who, int days, int members, int leaders, int status, String problem) {
        var answer = send(who, TODAY.plusDays(days), members, leaders);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(members()).isEqualTo(status == 201 ? members : 0);
    }

    @Test
    void anEndedTeamIsLeftAlone() {
        var team = aTeam();
        assertThat(end("0101100", id(team), TODAY).problem()).isEqualTo("workteam.not-sender");
        assertThat(end("0101", id(team), TODAY.plusDays(1)).problem()).isEqualTo("workteam.wrong-day");
        assertThat(end("0101", id(team), TODAY).status()).isEqualTo(200);
        assertThat(end("0101", id(team), TODAY).problem()).isEqualTo("workteam.over");
        assertThat(recall("0101", id(team), member(team, 0), TODAY).problem()).isEqualTo("workteam.over");
        var stale = api.post("/v1/work-teams/" + id(team) + "/end", House.map("on", TODAY.toString()))
                .as(tokens.at(house.unit("0101")))
                .key()
                .ifMatch("\"1\"")
                .send();
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void listsPageByPageTheNewestFirst() {
        long first = id(aTeam());
        long second = id(aTeam());

        var page = house.get("0101", "/v1/work-teams?limit=1").json();
        var rest = house.get(
                        "0101",
                        "/v1/work-teams?limit=1&cursor=" + page.path("next").asString())
                .json();

        assertThat(page.path("items").get(0).path("id").asLong()).isEqualTo(second);
        assertThat(rest.path("items").get(0).path("id").asLong()).isEqualTo(first);
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        var team = aTeam();
        for (String who : List.of("0201", "0121", "0101001")) {
            assertThat(house.get(who, "/v1/work-teams/" + id(team)).status()).isEqualTo(404);
            assertThat(house.get(who, "/v1/work-teams").json().path("items")).isEmpty();
            assertThat(recall(who, id(team), member(team, 0), TODAY).status()).isEqualTo(404);
            assertThat(end(who, id(team), TODAY).status()).isEqualTo(404);
        }
        assertThat(recall("0101", id(team), 987_654, TODAY).status()).isEqualTo(404);
        assertThat(api.get("/v1/work-teams").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/work-teams/1").send().status()).isEqualTo(401);
        for (String path : List.of("units/1/work-teams", "work-teams/1/end", "work-teams/1/members/1/recall")) {
            assertThat(api.post("/v1/" + path).key().send().status()).isEqualTo(401);
        }
    }
}
