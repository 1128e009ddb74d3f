package cn.dangjian.organization.people.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.organization.tree.rule.Departments;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class FilingApiTest {

    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Departments departments;

    House house;

    @BeforeEach
    void tree() {
        house = new House("35", api, tokens, jdbc);
        for (String table : List.of("secretary_filing", "filing_review", "case_file", "case_step")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private Api.Answer propose(String who, String village) {
        return house.post(who, "/v1/units/" + house.unit(village) + "/filings", "name", "虚构甲", "account", 7);
    }

    private long aProposal() {
        var answer = propose("0101100", VILLAGE);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer review(String who, long filing, String department, String result) {
        return house.post(who, "/v1/filings/" + filing + "/reviews", "department", department, "result", result);
    }

    private Api.Answer file(String who, long filing) {
        return house.post(who, "/v1/filings/" + filing + "/file", "document", "虚组备〔2026〕1号");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void aTownshipProposesTheDepartmentsConsentTheCountyFiles() {
        long filing = aProposal();
        assertThat(file("0101", filing).problem()).isEqualTo("filing.not-reviewed");
        for (String department : departments.required()) {
            assertThat(review("0101", filing, department, "CONSENT").status()).isEqualTo(200);
        }

        var filed = file("0101", filing);

        assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
        assertThat(filed.json().path("state").asString()).isEqualTo("FILED");
        assertThat(filed.json().path("filedAt").isNull()).isFalse();
        int steps = departments.required().size() + 2;
        assertThat(filed.json().path("changes")).hasSize(steps);
        assertThat(filed.json().path("changes").get(0).path("what").asString()).isEqualTo("PROPOSED");
        assertThat(filed.json().path("changes").get(steps - 1).path("detail").asString())
                .isEqualTo("虚组备〔2026〕1号");
        assertThat(review("0101", filing, "COURT", "OBJECTION").problem()).isEqualTo("filing.closed");
        assertThat(propose("0101100", VILLAGE).status())
                .as("the next one may be proposed")
                .isEqualTo(201);
    }

    @Test
    void anObjectionHoldsItUpUntilItIsTakenBack() {
        long filing = aProposal();
        for (String department : departments.required()) review("0101", filing, department, "CONSENT");
        review("0101", filing, "PETITIONS", "OBJECTION");
        assertThat(file("0101", filing).problem()).isEqualTo("filing.not-reviewed");

        review("0101", filing, "PETITIONS", "CONSENT");

        assertThat(file("0101", filing).status()).isEqualTo(200);
    }

    @Test
    void aVillageHasOneCandidateAtATime() {
        long filing = aProposal();
        assertThat(propose("0101100", VILLAGE).problem()).isEqualTo("filing.open");
        assertThat(propose("0101100", "0101100202").status()).isEqualTo(201);

        var answer = house.post("0101100", "/v1/filings/" + filing + "/withdrawal", "reason", "另行考察");

        assertThat(answer.json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(propose("0101100", VILLAGE).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "0101,       403, filing.not-township",
        "'',         403, filing.not-township",
        "0101100201, 404, filing.unknown",
        "0101001,    404, filing.unknown",
        "0201100,    404, filing.unknown",
        "0201,       404, filing.unknown"
    })
    void onlyTheTownshipProposes(String who, int status, String problem) {
        var answer = propose(who, VILLAGE);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(rows("secretary_filing")).isZero();
    }

    @Test
    void onlyTheCountyReviewsAndFiles() {
        long filing = aProposal();
        for (String who : List.of("0101100", "01", "")) {
            assertThat(review(who, filing, "COURT", "CONSENT").problem()).isEqualTo("filing.not-county");
            assertThat(file(who, filing).problem()).isEqualTo("filing.not-county");
        }
        assertThat(house.post("0101", "/v1/units/" + house.unit("0101100") + "/filings", "name", "虚构甲")
                        .problem())
                .isEqualTo("filing.unknown");
        assertThat(rows("filing_review")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MOON,  CONSENT, 422, filing.no-such-department",
        "COURT, MAYBE,   400, body.invalid",
        "moon,  CONSENT, 400, body.invalid"
    })
    void refusesABadReview(String department, String result, int status, String problem) {
        var answer = review("0101", aProposal(), department, result);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (!result.equals("MAYBE")) assertThat(answer.problem()).isEqualTo(problem);
        assertThat(rows("filing_review")).isZero();
    }

    @Test
    void ofTwoWhoDecideTheSecondHasToLookAgain() {
        long filing = aProposal();
        for (int status : new int[] {200, 412}) {
            var answer = api.post(
                            "/v1/filings/" + filing + "/reviews", House.map("department", "COURT", "result", "CONSENT"))
                    .as(tokens.at(house.unit("0101")))
                    .key()
                    .ifMatch("\"1\"")
                    .send();
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @Test
    void ofAnotherCountyAndTheVillageNothingIsTold() {
        long filing = aProposal();
        for (String who : List.of("0201", "0121", "0101001", VILLAGE)) {
            assertThat(house.get(who, "/v1/filings/" + filing).status()).isEqualTo(404);
            assertThat(house.get(who, "/v1/filings").json().path("items")).isEmpty();
            assertThat(review(who, filing, "COURT", "CONSENT").status()).isEqualTo(404);
            assertThat(file(who, filing).status()).isEqualTo(404);
            assertThat(house.post(who, "/v1/filings/" + filing + "/withdrawal", "reason", "无")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(house.get("0101", "/v1/filings").json().path("items")).hasSize(1);
        assertThat(house.get("0101100", "/v1/filings/" + filing).status()).isEqualTo(200);
    }

    @Test
    void standsInTheListOfWhatIsNextButNotForAnotherCountyOrTheVillage() {
        long filing = aProposal();

        var seen = house.get("0101", "/v1/cases?mine=true").json().path("items");

        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("kind").asString()).isEqualTo("filings");
        assertThat(seen.path(0).path("id").asLong()).isEqualTo(filing);
        assertThat(seen.path(0).path("next").valueStream())
                .extracting(step -> step.path("step").asString() + " " + step.path("mine"))
                .containsExactly("REVIEWED true", "FILED true", "WITHDRAWN true");
        assertThat(house.get("0101100", "/v1/cases")
                        .json()
                        .path("items")
                        .path(0)
                        .path("next")
                        .valueStream())
                .extracting(step -> step.path("mine").asBoolean())
                .containsExactly(false, false, true);
        for (String who : List.of("0201", "0121", "0101001", VILLAGE)) {
            assertThat(house.get(who, "/v1/cases").json().path("items")).isEmpty();
        }
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(api.get("/v1/filings").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/filings/1").send().status()).isEqualTo(401);
        for (String path : List.of("units/1/filings", "filings/1/reviews", "filings/1/file", "filings/1/withdrawal")) {
            assertThat(api.post("/v1/" + path).key().send().status()).isEqualTo(401);
        }
    }
}
