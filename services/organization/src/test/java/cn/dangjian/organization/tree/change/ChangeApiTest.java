package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who proposes, who decides, and what is refused. */
@ServiceTest
class ChangeApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Changes changes;

    @BeforeEach
    void tree() {
        divisions = new Divisions("68", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        jdbc.sql("update unit_change set state = 'WITHDRAWN' where state = 'PROPOSED'")
                .update();
    }

    private long unit(String rest) {
        return divisions.unit(rest);
    }

    private String name(String rest) {
        return jdbc.sql("select name from unit where id = :id")
                .param("id", unit(rest))
                .query(String.class)
                .single();
    }

    private long proposed(String who, Map<String, Object> operation) {
        var answer = changes.propose(who, operation, TODAY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    @Test
    void aVillageProposesAndItsCountyApproves() {
        long change = proposed("0101100201", rename(unit("0101100201"), "虚构新一村"));
        assertThat(name("0101100201")).isNotEqualTo("虚构新一村");

        var approved = changes.decide("0101", change, "approval");

        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(approved.json().path("state").asString()).isEqualTo("APPROVED");
        assertThat(name("0101100201")).isEqualTo("虚构新一村");
        var history = api.get("/v1/units/" + unit("0101100201") + "/history")
                .as(tokens.at(unit("0101")))
                .send()
                .json()
                .path("items")
                .get(0);
        assertThat(history.path("reason").asString()).isEqualTo("RENAMED");
        assertThat(history.path("document").asString()).isEqualTo("虚组〔2026〕1号");
        assertThat(history.path("changeId").asLong()).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "0101100,    403, change.not-decider",
        "0101100201, 403, change.not-decider",
        "0201,       404, change.unknown",
        "0121,       404, change.unknown",
    })
    void whoIsNotAboveDoesNotDecide(String who, int status, String problem) {
        long change = proposed("0101100201", rename(unit("0101100201"), "虚构新二村"));

        for (var what : List.of("approval", "refusal")) {
            var answer = changes.decide(who, change, what);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.problem()).isEqualTo(problem);
        }
        assertThat(name("0101100201")).isNotEqualTo("虚构新二村");
    }

    @Test
    void whoProposesDoesNotDecide() {
        long change = proposed("0101", rename(unit("0101100201"), "虚构新三村"));

        var own = api.post("/v1/changes/" + change + "/approval", Map.of())
                .as(tokens.at(unit("0101")))
                .key()
                .send();

        assertThat(own.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("change.own-proposal");
        assertThat(changes.decide("0101", change, "approval").status()).isEqualTo(200);
    }

    @Test
    void aCountyIsChangedByItsCityOnly() {
        long change = proposed("0101", rename(unit("0101"), "虚构新县"));

        assertThat(changes.decide("0101", change, "approval").problem()).isEqualTo("change.not-decider");
        assertThat(changes.decide("01", change, "approval").status()).isEqualTo(200);
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        long refused = proposed("0101100201", rename(unit("0101100201"), "虚构新四村"));
        assertThat(changes.decide("0101", refused, "refusal")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REFUSED");
        assertThat(changes.decide("0101", refused, "approval").problem()).isEqualTo("change.decided");

        long withdrawn = proposed("0101100201", rename(unit("0101100201"), "虚构新五村"));
        assertThat(changes.decide("0101", withdrawn, "withdrawal").problem()).isEqualTo("change.not-yours");
        assertThat(changes.decide("0101100201", withdrawn, "withdrawal").status())
                .isEqualTo(200);
        assertThat(changes.decide("0101", withdrawn, "approval").problem()).isEqualTo("change.decided");
    }

    @Test
    void ofTwoWhoChangeOneUnitTheSecondSeesBothTexts() {
        String county = tokens.at(unit("0101"));
        String seen =
                api.get("/v1/units/" + unit("0101100202")).as(county).send().header("ETag");
        long first = proposed("0101", rename(unit("0101100202"), "虚构甲村"));
        long second = proposed("0101", rename(unit("0101100202"), "虚构乙村"));
        assertThat(changes.decide("0101", first, "approval").status()).isEqualTo(200);

        var stale = changes.decide("0101", second, "approval");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("change.stale");
        assertThat(stale.json().path("now").get(0).path("name").asString()).isEqualTo("虚构甲村");
        assertThat(stale.json().path("proposed").path("name").asString()).isEqualTo("虚构乙村");

        var third = api.post("/v1/changes", Changes.body(rename(unit("0101100202"), "虚构丙村"), TODAY))
                .as(county)
                .key()
                .ifMatch(String.valueOf(seen))
                .send();
        assertThat(third.status()).isEqualTo(412);
        assertThat(name("0101100202")).isEqualTo("虚构甲村");
    }

    @Test
    void aDayThatIsOverNeedsAReason() {
        var body = Changes.body(rename(unit("0101100201"), "虚构"), TODAY.minusDays(1));
        body.remove("reason");

        var answer =
                api.post("/v1/changes", body).as(tokens.at(unit("0101"))).key().send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("change.reason-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'FLY','unit':1}",
                "{'unit':1,'name':'虚构'}",
                "{'type':'RENAME','unit':1}",
                "{'type':'RENAME','unit':1,'name':'  '}",
                "{'type':'RENAME','unit':'x','name':'虚构'}",
                "{'type':'RENAME','unit':1,'name':'虚构','more':1}",
                "{'type':'MERGE','units':[],'into':1}",
                "{'type':'SPLIT','unit':1,'parts':[],'continues':true}",
                "{'type':'ESTABLISH','parent':1,'unit':{'code':'a b','name':'虚构'}}",
                "'RENAME'",
            })
    void refusesWhatIsNoOperation(String operation) {
        long before =
                jdbc.sql("select count(*) from unit_change").query(Long.class).single();
        String body = "{'operation':%s,'document':'虚组〔2026〕1号','effectiveOn':'%s'}"
                .formatted(operation, TODAY)
                .replace('\'', '"');

        var answer =
                api.post("/v1/changes", body).as(tokens.at(unit("0101"))).key().send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from unit_change")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void listsWhatIsToBeDecidedPageByPage() {
        proposed("0101100201", rename(unit("0101100201"), "虚构一"));
        proposed("0101100202", rename(unit("0101100202"), "虚构二"));
        proposed("0201100201", rename(unit("0201100201"), "虚构三"));
        String county = tokens.at(unit("0101"));

        var page =
                api.get("/v1/changes?state=PROPOSED&limit=1").as(county).send().json();
        var rest = api.get("/v1/changes?state=PROPOSED&limit=1&cursor="
                        + page.path("next").asString())
                .as(county)
                .send()
                .json();

        assertThat(page.path("items").get(0).path("operation").path("name").asString())
                .isEqualTo("虚构二");
        assertThat(rest.path("items").get(0).path("operation").path("name").asString())
                .isEqualTo("虚构一");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void ofAnotherCountyEverythingIsUnknown() {
        long change = proposed("0101100201", rename(unit("0101100201"), "虚构"));
        String stranger = tokens.at(unit("0201"));

        assertThat(api.get("/v1/changes/" + change).as(stranger).send().status())
                .isEqualTo(404);
        assertThat(api.get("/v1/changes?state=PROPOSED")
                        .as(stranger)
                        .send()
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(changes.decide("0201", change, "withdrawal").status()).isEqualTo(404);
        for (var operation : List.of(
                rename(unit("0101100201"), "虚构"),
                Changes.regrade(unit("0101100201"), "VILLAGE_COMMITTEE"),
                Changes.abolish(unit("0101100201")),
                Changes.move(unit("0101100201"), unit("0201100")),
                Changes.move(unit("0201100201"), unit("0101100")),
                Changes.merge(List.of(unit("0101100201")), unit("0201100201")),
                Changes.establish(unit("0101100"), divisions.code("0101100299"), "虚构村", null),
                Changes.split(unit("0101100"), true, List.of(Changes.part("681", "虚构", List.of())))))
            assertThat(changes.propose("0201", operation, TODAY).status())
                    .as(operation.toString())
                    .isEqualTo(404);
    }

    @Test
    void withoutATokenNothingIsToldOrDone() {
        var body = new HashMap<>(Changes.body(rename(1, "虚构"), LocalDate.EPOCH));

        assertThat(api.get("/v1/changes").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/changes/1").send().status()).isEqualTo(401);
        assertThat(api.post("/v1/changes", body).key().send().status()).isEqualTo(401);
        for (var what : List.of("approval", "refusal", "withdrawal"))
            assertThat(api.post("/v1/changes/1/" + what, Map.of()).key().send().status())
                    .isEqualTo(401);
    }
}
