package cn.dangjian.organization.people.election;

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
class ElectionApiTest {

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
        house = new House("34", api, tokens, jdbc);
        for (String table : List.of(
                "election", "election_post", "election_candidate", "team_seat", "team_person", "team_session")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private static Map<String, Object> candidate(String post, int person, int votes, boolean elected) {
        return House.map(
                "post",
                post,
                "person",
                person,
                "name",
                "虚构" + person,
                "votes",
                votes,
                "elected",
                elected,
                "fullTime",
                true);
    }

    private static Map<String, Object> anElection(Object... more) {
        var body = House.map(
                "number",
                12,
                "heldOn",
                TODAY.toString(),
                "meeting",
                "MEMBERS",
                "scattered",
                false,
                "members",
                110,
                "fullMembers",
                102,
                "suspended",
                2,
                "present",
                80,
                "ballots",
                80);
        body.put("posts", List.of(House.map("post", "SECRETARY", "seats", 1), House.map("post", "MEMBER", "seats", 2)));
        body.put(
                "candidates",
                List.of(
                        candidate("SECRETARY", 1, 70, true),
                        candidate("MEMBER", 1, 75, true),
                        candidate("MEMBER", 2, 60, true),
                        candidate("MEMBER", 3, 20, false)));
        body.putAll(House.map(more));
        return body;
    }

    private Api.Answer record(String who, Map<String, Object> body) {
        return api.post("/v1/units/" + house.unit(VILLAGE) + "/elections", body)
                .as(tokens.at(house.unit(who)))
                .key()
                .send();
    }

    private long aRecord() {
        var answer = record(VILLAGE, anElection());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer approve(String who, long election) {
        return house.post(
                who, "/v1/elections/" + election + "/approval", "startsOn", TODAY.toString(), "document", "虚组〔2026〕9号");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void saysOfEachRuleWhetherItIsFulfilledAndWhereItStands() {
        var json = house.get("0101", "/v1/elections/" + aRecord()).json();

        assertThat(json.path("entitled").asInt()).isEqualTo(100);
        assertThat(json.path("fulfilled").asBoolean()).isTrue();
        assertThat(json.path("approved").asBoolean()).isFalse();
        assertThat(json.path("checks"))
                .hasSize(8)
                .allSatisfy(check -> assertThat(check.path("source").asString()).isNotBlank());
        assertThat(count("team_session")).as("nothing happens by itself").isZero();
    }

    @Test
    void anApprovalSeatsTheTeamAndEndsTheLastOne() {
        house.begin(VILLAGE, 11, TODAY.minusYears(5));
        house.seat(VILLAGE, "SECRETARY", "虚构旧", TODAY.minusYears(5));
        long election = aRecord();

        var answer = approve("0101100", election);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("approved").asBoolean()).isTrue();
        var team =
                house.get("0101", "/v1/units/" + house.unit(VILLAGE) + "/team").json();
        assertThat(team.path("session").path("number").asInt()).isEqualTo(12);
        assertThat(team.path("seats"))
                .hasSize(3)
                .allSatisfy(seat -> assertThat(seat.path("name").asString()).isNotEqualTo("虚构旧"));
        assertThat(count("team_person where name = '虚构1' and unit_id = " + house.unit(VILLAGE)))
                .as("one person on two posts")
                .isEqualTo(1);
        assertThat(approve("0101100", election).problem()).isEqualTo("election.approved");
    }

    @Test
    void whatDoesNotFulfilTheRulesIsKeptButNotApproved() {
        var answer = record(VILLAGE, anElection("present", 79, "ballots", 79));

        assertThat(answer.json().path("fulfilled").asBoolean()).isFalse();
        assertThat(approve("0101", answer.json().path("id").asLong()).problem()).isEqualTo("election.not-fulfilled");
        assertThat(count("team_session")).isZero();
    }

    @Test
    void aTermThatIsNotOverIsNotEndedByAnElection() {
        house.begin(VILLAGE, 11, TODAY.minusYears(5).plusDays(1));

        assertThat(approve("0101", aRecord()).problem()).isEqualTo("team.not-due");
        assertThat(count("team_seat")).isZero();
    }

    @Test
    void whoeverWroteItDownDoesNotApproveIt() {
        long election = record("0101", anElection()).json().path("id").asLong();

        assertThat(approve("0101", election).problem()).isEqualTo("election.own-record");
        assertThat(approve(VILLAGE, election).problem()).isEqualTo("team.not-superior");
        assertThat(approve("0101100", election).status()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoApproveTheSecondHasToLookAgain() {
        long election = aRecord();
        var body = House.map("startsOn", TODAY.toString(), "document", "文");
        for (String tag : List.of("\"2\"", "\"1\"")) {
            var answer = api.post("/v1/elections/" + election + "/approval", body)
                    .as(tokens.at(house.unit("0101")))
                    .key()
                    .ifMatch(tag)
                    .send();
            assertThat(answer.status()).isEqualTo(tag.contains("1") ? 200 : 412);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "present, 101, 422, election.contradictory",
        "ballots, 74, 422, election.contradictory",
        "fullMembers, 111, 422, election.contradictory",
        "delegates, 50, 422, election.contradictory",
        "present, -1, 400, body.invalid",
        "number, 0, 400, body.invalid",
        "delegates, 0, 400, body.invalid",
    })
    void refusesFiguresThatCannotBe(String field, int value, int status, String problem) {
        var answer = record(VILLAGE, anElection(field, value));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(count("election")).isZero();
    }

    @Test
    void refusesOtherDaysAndPosts() {
        assertThat(record(VILLAGE, anElection("heldOn", TODAY.plusDays(1).toString()))
                        .problem())
                .isEqualTo("election.wrong-day");
        assertThat(record(VILLAGE, anElection("posts", List.of(House.map("post", "DIRECTOR", "seats", 1))))
                        .problem())
                .isEqualTo("election.wrong-post");
        assertThat(record(VILLAGE, anElection("posts", List.of(House.map("post", "MEMBER", "seats", 2))))
                        .problem())
                .isEqualTo("election.contradictory");
        assertThat(record(VILLAGE, anElection("candidates", List.of())).status())
                .isEqualTo(400);
        assertThat(count("election")).isZero();
    }

    @Test
    void listsAUnitsElectionsTheNewestFirst() {
        long first = aRecord();
        long second = aRecord();

        var page = house.get("0101", "/v1/units/" + house.unit(VILLAGE) + "/elections?limit=1")
                .json();

        assertThat(page.path("items").get(0).path("id").asLong()).isEqualTo(second);
        var rest = house.get(
                        "0101",
                        "/v1/units/" + house.unit(VILLAGE) + "/elections?limit=1&cursor="
                                + page.path("next").asString())
                .json();
        assertThat(rest.path("items").get(0).path("id").asLong()).isEqualTo(first);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        long election = aRecord();
        String elections = "/v1/units/" + house.unit(VILLAGE) + "/elections";

        assertThat(house.get("0201", "/v1/elections/" + election).status()).isEqualTo(404);
        assertThat(house.get("0121", elections).status()).isEqualTo(404);
        assertThat(record("0201", anElection()).status()).isEqualTo(404);
        assertThat(approve("0201", election).status()).isEqualTo(404);
        assertThat(api.get(elections).send().status()).isEqualTo(401);
        assertThat(api.get("/v1/elections/1").send().status()).isEqualTo(401);
        assertThat(api.post(elections).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/elections/1/approval").key().send().status()).isEqualTo(401);
        assertThat(count("election")).isEqualTo(1);
    }
}
