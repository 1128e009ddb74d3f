package cn.dangjian.organization.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class TeamApiTest {

    private static final LocalDate TODAY = House.today();
    private static final LocalDate BEGAN = TODAY.minusYears(1);
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
        house = new House("32", api, tokens, jdbc);
        for (String table : new String[] {"team_term_change", "team_seat", "team_session", "team_quota"}) {
            jdbc.sql("delete from " + table).update();
        }
        assertThat(house.begin(VILLAGE, 11, BEGAN).status()).isEqualTo(201);
    }

    private JsonNode team(String village, LocalDate day) {
        return house.get("0101", "/v1/units/" + house.unit(village) + "/team?asOf=" + day)
                .json();
    }

    private JsonNode post(JsonNode team, String post) {
        for (var row : team.path("posts")) if (row.path("post").asString().equals(post)) return row;
        throw new AssertionError("No post " + post);
    }

    private Api.Answer take(String who, String post, Object... more) {
        var body = House.map("post", post, "name", "虚构甲", "from", BEGAN.toString(), "fullTime", false);
        body.putAll(House.map(more));
        return api.post("/v1/units/" + house.unit(VILLAGE) + "/team/seats", body)
                .as(tokens.at(house.unit(who)))
                .key()
                .send();
    }

    private Api.Answer end(String who, long seat, LocalDate on) {
        return house.post(who, "/v1/seats/" + seat + "/end", "on", on.toString(), "reason", "调动");
    }

    private int seats() {
        return jdbc.sql("select count(*) from team_seat").query(Integer.class).single();
    }

    @Test
    void whoLeadsBothBodiesIsSeenFromTheSeats() {
        var secretary = take("0101100", "SECRETARY", "account", 77).json();
        assertThat(team(VILLAGE, TODAY).path("oneHead").asBoolean()).isFalse();

        var director =
                take("0101100", "DIRECTOR", "person", secretary.path("personId").asLong());

        var team = team(VILLAGE, TODAY);
        assertThat(director.status()).as(director.toString()).isEqualTo(201);
        assertThat(team.path("oneHead").asBoolean()).isTrue();
        assertThat(team.path("crossPosted")).hasSize(1);
        assertThat(team.path("seats")).hasSize(2);
        assertThat(team.path("session").path("number").asInt()).isEqualTo(11);
        assertThat(team.path("session").path("status").asString()).isEqualTo("RUNNING");
        assertThat(team(VILLAGE, BEGAN.minusDays(1)).path("seats")).isEmpty();
    }

    @Test
    void crossPostsAreSeatsInBothBodies() {
        long member = take("0101100", "MEMBER").json().path("personId").asLong();
        take("0101100", "COMMITTEE_MEMBER", "person", member);
        take("0101100", "MEMBER", "name", "虚构乙");

        var team = team(VILLAGE, TODAY);

        assertThat(team.path("oneHead").asBoolean()).isFalse();
        assertThat(team.path("crossPosted")).hasSize(1);
        assertThat(team.path("crossPosted").get(0).asLong()).isEqualTo(member);
    }

    @Test
    void theSameAccountIsTheSamePerson() {
        long one = take("0101100", "SECRETARY", "account", 78)
                .json()
                .path("personId")
                .asLong();
        long other = take("0101100", "DIRECTOR", "account", 78)
                .json()
                .path("personId")
                .asLong();
        long stranger =
                take("0101100", "MEMBER", "account", 79).json().path("personId").asLong();

        assertThat(one).isEqualTo(other).isNotEqualTo(stranger);
        assertThat(take("0101100", "MEMBER", "account", 79).problem()).isEqualTo("team.seated");
    }

    @Test
    void emptySeatsFollowFromTheQuotaWithTheirDays() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", BEGAN);
        assertThat(end("0101100", seat, TODAY.minusDays(7)).status()).isEqualTo(200);
        house.post("0101", "/v1/units/" + house.unit(VILLAGE) + "/team/quotas", quota("MEMBER", 2));

        var team = team(VILLAGE, TODAY);

        assertThat(post(team, "SECRETARY").path("missing").asInt()).isEqualTo(1);
        assertThat(post(team, "SECRETARY").path("days").asInt()).isEqualTo(7);
        assertThat(post(team, "MEMBER").path("missing").asInt()).isEqualTo(2);
        assertThat(post(team, "MEMBER").path("since").asString()).isEqualTo(BEGAN.toString());
        assertThat(post(team, "SUPERVISOR").path("quota").isNull()).isTrue();
        assertThat(post(team, "SUPERVISOR").path("missing").asInt()).isZero();
    }

    private Object[] quota(String post, int quota) {
        return new Object[] {"post", post, "since", TODAY.toString(), "quota", quota, "document", "虚组〔2026〕5号"};
    }

    @Test
    void listsUnitsWithEmptySeatsInTheOrderOfTheTree() {
        house.seat(VILLAGE, "SECRETARY", "虚构甲", BEGAN);
        house.seat(VILLAGE, "DIRECTOR", "虚构甲", BEGAN);

        var all = house.get("0101", "/v1/vacancies").json().path("items");

        assertThat(all).hasSize(3);
        assertThat(all.get(0).path("unit").asLong()).isEqualTo(house.unit("0101001001"));
        assertThat(all.get(0).path("posts")).hasSize(2);
        var page = house.get("0101", "/v1/vacancies?limit=2").json();
        var rest = house.get(
                "0101", "/v1/vacancies?limit=2&cursor=" + page.path("next").asString());
        assertThat(page.path("items").size() + rest.json().path("items").size()).isEqualTo(3);
        assertThat(house.get("0201", "/v1/vacancies").json().path("items")).hasSize(1);
    }

    @Test
    void aPostHasNoMoreSeatsThanItsQuota() {
        assertThat(take("0101100", "SECRETARY").status()).isEqualTo(201);
        assertThat(take("0101100", "SECRETARY", "name", "虚构乙").problem()).isEqualTo("team.full");
        house.post("0101", "/v1/units/" + house.unit(VILLAGE) + "/team/quotas", quota("SECRETARY", 2));
        assertThat(take("0101100", "SECRETARY", "name", "虚构乙").status()).isEqualTo(201);
        assertThat(take("0101100", "SECRETARY", "name", "虚构丙").problem()).isEqualTo("team.full");
    }

    @Test
    void theNextTermEndsAllSeatsOfTheLast() {
        String village = "0101100202";
        house.begin(village, 11, TODAY.minusYears(5));
        long seat = house.seat(village, "SECRETARY", "虚构甲", TODAY.minusYears(5));

        assertThat(house.begin(village, 12, TODAY).status()).isEqualTo(201);

        assertThat(team(village, TODAY).path("seats")).isEmpty();
        assertThat(team(village, TODAY.minusDays(1)).path("seats")).hasSize(1);
        assertThat(end("0101", seat, TODAY).problem()).isEqualTo("team.ended");
    }

    @ParameterizedTest
    @CsvSource({
        "POPE,      0, 422, team.no-such-post",
        "SECRETARY, -1, 422, team.wrong-day",
        "pope,      0, 400, body.invalid",
    })
    void refusesABadSeat(String post, int days, int status, String problem) {
        var answer = take("0101100", post, "from", BEGAN.plusDays(days).toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(seats()).isZero();
    }

    @Test
    void refusesSeatsWithoutATermAndOfPeopleFromElsewhere() {
        assertThat(take("0101100", "SECRETARY", "person", 987_654).problem()).isEqualTo("team.no-such-person");
        assertThat(take("0101100", "SECRETARY", "to", BEGAN.toString()).problem())
                .isEqualTo("team.wrong-day");
        assertThat(take("0101100", "SECRETARY", "name", " ").problem()).isEqualTo("body.invalid");
        var other = house.post(
                "0101100",
                "/v1/units/" + house.unit("0101100203") + "/team/seats",
                "post",
                "SECRETARY",
                "name",
                "虚构甲",
                "from",
                TODAY.toString(),
                "fullTime",
                true);
        assertThat(other.problem()).isEqualTo("team.no-session");
        assertThat(seats()).isZero();
    }

    @Test
    void ofTwoWhoEndASeatTheSecondHasToLookAgain() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", BEGAN);
        var body = House.map("on", TODAY.plusDays(3).toString(), "reason", "调动");
        for (int status : new int[] {200, 412}) {
            var answer = api.post("/v1/seats/" + seat + "/end", body)
                    .as(tokens.at(house.unit("0101")))
                    .key()
                    .ifMatch("\"1\"")
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        }
        assertThat(end("0101", seat, BEGAN.minusDays(1)).problem()).isEqualTo("team.wrong-day");
    }

    @Test
    void ofAnotherCountyAndFromBelowNothingIsDone() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", BEGAN);
        String team = "/v1/units/" + house.unit(VILLAGE) + "/team";
        for (String who : new String[] {"0201", "0201100", "0121"}) {
            assertThat(house.get(who, team).status()).isEqualTo(404);
            assertThat(house.get(who, team + "/sessions").status()).isEqualTo(404);
            assertThat(take(who, "MEMBER").status()).isEqualTo(404);
            assertThat(end(who, seat, TODAY).status()).isEqualTo(404);
            assertThat(house.post(who, team + "/quotas", quota("MEMBER", 2)).status())
                    .isEqualTo(404);
            assertThat(house.post(who, team + "/sessions", "number", 12, "startedOn", TODAY.toString(), "document", "文")
                            .status())
                    .isEqualTo(404);
            assertThat(house.get(who, "/v1/vacancies?unit=" + house.unit("0101"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(take(VILLAGE, "MEMBER").problem()).isEqualTo("team.not-superior");
        assertThat(end(VILLAGE, seat, TODAY).problem()).isEqualTo("team.not-superior");
        assertThat(house.post(VILLAGE, team + "/quotas", quota("MEMBER", 9)).problem())
                .isEqualTo("team.not-superior");
        assertThat(seats()).isEqualTo(1);
    }

    @Test
    void withoutATokenNothingIsTold() {
        String team = "/v1/units/" + house.unit(VILLAGE) + "/team";
        for (String path : new String[] {team, team + "/sessions", "/v1/vacancies"}) {
            assertThat(api.get(path).send().status()).isEqualTo(401);
        }
        for (String path : new String[] {team + "/sessions", team + "/seats", team + "/quotas", "/v1/seats/1/end"}) {
            assertThat(api.post(path).key().send().status()).isEqualTo(401);
        }
    }
}
