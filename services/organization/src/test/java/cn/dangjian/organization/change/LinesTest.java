package cn.dangjian.organization.change;

import static cn.dangjian.organization.change.Changes.TODAY;
import static cn.dangjian.organization.change.Changes.abolish;
import static cn.dangjian.organization.change.Changes.establish;
import static cn.dangjian.organization.change.Changes.merge;
import static cn.dangjian.organization.change.Changes.move;
import static cn.dangjian.organization.change.Changes.release;
import static cn.dangjian.organization.change.Changes.supervise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.tree.Midnight;
import cn.dangjian.organization.tree.Tree;
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
import tools.jackson.databind.JsonNode;

/** 条块结合: what committees of a line see of units that are elsewhere in the territory (F-05, ORG-09). */
@ServiceTest
class LinesTest {

    private static final String PROVINCE = "54";

    private static int round;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tree tree;

    Divisions divisions;
    Changes changes;

    long county;
    long township;
    long committee;
    long branch;
    long general;
    long small;

    /** Each test has a committee of its own below the county, and organisations of enterprises in a township. */
    @BeforeEach
    void tree() {
        divisions = new Divisions(PROVINCE, api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " p join unit u on u.id = p.unit_id set p.valid_from = :day"
                            + " where u.code like '54%' and u.tier <> 'BRANCH'")
                    .param("day", TODAY.minusDays(20))
                    .update();
        round++;
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        committee = established(county, "0101-L" + round, "虚构两新" + round, "WORKING_COMMITTEE");
        branch = established(township, "0101100-A" + round, "虚构科技" + round, "BRANCH");
        general = established(township, "0101100-G" + round, "虚构集团" + round, "GENERAL_BRANCH");
        small = established(general, "0101100-G" + round + "-1", "虚构车间" + round, "BRANCH");
    }

    private long established(long parent, String rest, String name, String kind) {
        made(establish(parent, divisions.code(rest), name, kind), TODAY.minusDays(10));
        return divisions.unit(rest);
    }

    private void made(Map<String, Object> operation, LocalDate on) {
        var answer = changes.make(operation, on);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void refused(Map<String, Object> operation, int status, String problem) {
        long periods =
                jdbc.sql("select count(*) from unit_period").query(Long.class).single();
        var answer = changes.make(operation, TODAY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from unit_period")
                        .query(Long.class)
                        .single())
                .isEqualTo(periods);
    }

    private Api.Answer ask(long caller, String path) {
        return api.get(path).as(tokens.at(caller)).send();
    }

    private List<Long> listed(long caller, String path) {
        var json = ask(caller, path).json();
        var items = json.isArray() ? json : json.path("items");
        return items.valueStream().map(item -> item.path("id").asLong()).toList();
    }

    @Test
    void aCommitteeSeesWhatItSupervisesAndWhatIsBelowThat() {
        made(supervise(branch, committee), TODAY);
        made(supervise(general, committee), TODAY);

        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactlyInAnyOrder(committee, branch, general, small);
        assertThat(listed(committee, "/v1/units")).containsExactly(committee);
        assertThat(listed(committee, "/v1/units?by=LINE&parent=" + committee))
                .containsExactlyInAnyOrder(branch, general);
        assertThat(listed(committee, "/v1/units?by=LINE&tier=TOWNSHIP")).isEmpty();
        assertThat(listed(committee, "/v1/units/search?by=LINE&q=虚构车间" + round)).containsExactly(small);
        assertThat(listed(committee, "/v1/units/search?by=LINE&q=" + divisions.code("0101100-g" + round)))
                .isEmpty();
        var counts = ask(committee, "/v1/units/" + committee + "/counts?by=LINE")
                .json()
                .get(0);
        assertThat(counts.path("tier").asString()).isEqualTo("BRANCH");
        assertThat(counts.path("units").asInt()).isEqualTo(3);
        assertThat(listed(committee, "/v1/units/" + small + "/ancestors?by=LINE"))
                .containsExactly(committee, general, small);
        for (var path : List.of("", "/history", "/lineage", "/counts", "/ancestors", "/children?asOf=" + TODAY)) {
            String url = "/v1/units/" + small + path;
            assertThat(ask(committee, url).status()).as(url).isEqualTo(404);
            assertThat(ask(committee, url + (path.contains("?") ? "&" : "?") + "by=LINE")
                            .status())
                    .as(url)
                    .isEqualTo(200);
        }
    }

    @Test
    void unitsStayWhereTheyAreInTheTerritory() {
        made(supervise(branch, committee), TODAY);

        var seen = ask(township, "/v1/units/" + branch).json();
        assertThat(seen.path("parentId").asLong()).isEqualTo(township);
        assertThat(seen.path("lineParentId").asLong()).isEqualTo(committee);
        assertThat(ask(township, "/v1/units/" + committee).status()).isEqualTo(404);
        assertThat(ask(township, "/v1/units/" + branch + "?by=LINE").problem()).isEqualTo("scope.no-line");
        assertThat(listed(branch, "/v1/units?by=LINE")).containsExactly(branch);
    }

    @Test
    void nobodyOfAnotherLineOrCountySeesIt() {
        made(supervise(branch, committee), TODAY);
        long other = established(divisions.unit("0201"), "0201-L" + round, "虚构别县两新" + round, "WORKING_COMMITTEE");
        long second = established(county, "0101-M" + round, "虚构机关" + round, "WORKING_COMMITTEE");

        for (long stranger : List.of(other, second)) {
            assertThat(ask(stranger, "/v1/units/" + branch + "?by=LINE").status())
                    .isEqualTo(404);
            assertThat(ask(stranger, "/v1/units/" + branch).status()).isEqualTo(404);
            assertThat(ask(stranger, "/v1/units/" + branch + "?by=LINE&asOf=" + TODAY)
                            .status())
                    .isEqualTo(404);
            assertThat(listed(stranger, "/v1/units?by=LINE")).containsExactly(stranger);
            assertThat(listed(stranger, "/v1/units/search?by=LINE&q=虚构科技" + round))
                    .isEmpty();
        }
    }

    @Test
    void committeesOfSeveralTiersAreOneLine() {
        long city = established(divisions.unit("01"), "01-L" + round, "虚构市两新" + round, "WORKING_COMMITTEE");
        made(supervise(branch, committee), TODAY);
        made(supervise(committee, city), TODAY);
        made(supervise(general, city), TODAY);

        assertThat(listed(city, "/v1/units?by=LINE"))
                .containsExactlyInAnyOrder(city, committee, branch, general, small);
        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactlyInAnyOrder(committee, branch);
        assertThat(listed(city, "/v1/units/" + branch + "/ancestors?by=LINE")).containsExactly(city, committee, branch);
        refused(supervise(city, committee), 422, "change.under-itself");
    }

    @Test
    void supervisionHasItsDays() {
        made(supervise(branch, committee), TODAY.minusDays(4));
        made(release(branch, committee), TODAY.plusDays(2));

        assertThat(lineParentOn(TODAY.minusDays(5))).isNull();
        assertThat(lineParentOn(TODAY.minusDays(4))).isEqualTo(committee);
        assertThat(lineParentOn(TODAY.plusDays(1))).isEqualTo(committee);
        assertThat(lineParentOn(TODAY.plusDays(2))).isNull();
        assertThat(listed(county, "/v1/units/" + committee + "/children?by=LINE&asOf=" + TODAY))
                .isEmpty();
        assertThat(listed(committee, "/v1/units/" + committee + "/children?by=LINE&asOf=" + TODAY))
                .containsExactly(branch);
        var history = ask(county, "/v1/units/" + branch + "/history").json().path("items");
        assertThat(history.valueStream().map(item -> item.path("reason").asString()))
                .containsExactly("RELEASED", "SUPERVISED", "ESTABLISHED");

        var midnight = new Midnight(tree, jdbc);
        midnight.strike(TODAY.plusDays(2));
        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactly(committee);
        midnight.backToToday();
        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactly(committee, branch);
    }

    private Long lineParentOn(LocalDate day) {
        JsonNode seen =
                ask(county, "/v1/units/" + branch + "?asOf=" + day).json().path("lineParentId");
        return seen.isNull() ? null : seen.asLong();
    }

    @Test
    void aLineFollowsMergesOfItsCommittees() {
        long next = established(county, "0101-N" + round, "虚构新两新" + round, "WORKING_COMMITTEE");
        made(supervise(branch, committee), TODAY);

        refused(abolish(committee), 409, "change.supervises");
        refused(merge(List.of(committee), general), 422, "change.no-line");
        made(merge(List.of(committee), next), TODAY);

        assertThat(listed(next, "/v1/units?by=LINE")).containsExactly(next, branch);
        assertThat(ask(county, "/v1/units/" + branch)
                        .json()
                        .path("lineParentId")
                        .asLong())
                .isEqualTo(next);
    }

    @Test
    void aSupervisedUnitIsInTheTerritoryOfItsLine() {
        long elsewhere = divisions.unit("0201100");
        made(supervise(branch, committee), TODAY);

        refused(move(branch, elsewhere), 409, "change.leaves-line");
        refused(move(committee, divisions.unit("0201")), 409, "change.leaves-line");
        made(move(general, divisions.unit("0101001")), TODAY);
        made(release(branch, committee), TODAY);
        made(move(branch, elsewhere), TODAY);
        refused(supervise(branch, committee), 422, "change.outside-line");
        assertThat(ask(divisions.unit("0201"), "/v1/units/" + branch).status()).isEqualTo(200);
    }

    @Test
    void aLineFollowsWhatMovesBelowASupervisedUnit() {
        made(supervise(general, committee), TODAY);

        made(move(branch, general), TODAY);
        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactlyInAnyOrder(committee, general, small, branch);

        made(move(small, township), TODAY);
        made(abolish(branch), TODAY);
        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactlyInAnyOrder(committee, general);
    }

    @ParameterizedTest
    @CsvSource({
        "branch, general, 422, change.no-line",
        "township, committee, 422, change.no-line",
        "committee, committee, 422, change.under-itself",
        "branch, nobody, 404, unit.unknown",
    })
    void refusesWhatIsNoLine(String unit, String by, int status, String problem) {
        var units = Map.of(
                "branch",
                branch,
                "general",
                general,
                "township",
                township,
                "committee",
                committee,
                "nobody",
                99_999_999L);

        refused(supervise(units.getOrDefault(unit, 0L), units.getOrDefault(by, 0L)), status, problem);
    }

    @Test
    void termsAndTeamsAreSeenByLine() {
        made(supervise(branch, committee), TODAY);
        for (long unit : List.of(branch, general)) begin(unit);
        String below = "tier=BRANCH&by=LINE";

        assertThat(ask(committee, "/v1/terms?by=LINE").json().path("items").valueStream())
                .extracting(term -> term.path("unit").asLong())
                .containsExactly(branch);
        assertThat(ask(committee, "/v1/terms").json().path("items")).isEmpty();
        assertThat(ask(committee, "/v1/terms/summary?" + below)
                        .json()
                        .path("items")
                        .valueStream())
                .extracting(unit -> unit.path("unit").asLong(), unit -> unit.path("sessions")
                        .asInt())
                .containsExactlyInAnyOrder(tuple(committee, 1), tuple(branch, 1));
        assertThat(ask(committee, "/v1/vacancies?" + below).status()).isEqualTo(200);
        for (var path : List.of("/team", "/team/sessions")) {
            assertThat(ask(committee, "/v1/units/" + branch + path + "?by=LINE").status())
                    .isEqualTo(200);
            assertThat(ask(committee, "/v1/units/" + branch + path).status()).isEqualTo(404);
            assertThat(ask(committee, "/v1/units/" + general + path + "?by=LINE")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(ask(committee, "/v1/venues?by=LINE").problem()).isEqualTo("scope.block-only");
    }

    private void begin(long unit) {
        var answer = api.post(
                        "/v1/units/" + unit + "/team/sessions",
                        Map.of("number", 1, "startedOn", TODAY.minusDays(5).toString(), "document", "虚组〔2026〕3号"))
                .as(tokens.at(township))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void refusesWhatIsSoOrIsNotSo() {
        refused(release(branch, committee), 409, "change.not-supervised");
        made(supervise(branch, committee), TODAY);
        refused(supervise(branch, committee), 409, "change.nothing-changes");
    }

    @Test
    void somebodyAboveBothDecides() {
        var proposal = changes.propose("0101", supervise(branch, committee), TODAY);
        assertThat(proposal.status()).as(proposal.toString()).isEqualTo(201);
        long id = proposal.json().path("id").asLong();

        assertThat(changes.decide("0101100", id, "approval").status()).isEqualTo(404);
        assertThat(changes.decide("0201", id, "approval").status()).isEqualTo(404);
        assertThat(changes.decide("0101", id, "approval").status()).isEqualTo(200);
        assertThat(changes.propose("0101100", release(branch, committee), TODAY).problem())
                .isEqualTo("unit.unknown");
    }
}
