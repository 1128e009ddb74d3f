package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static cn.dangjian.organization.tree.change.Changes.release;
import static cn.dangjian.organization.tree.change.Changes.supervise;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 条块结合: what operations make of lines beside the territory (F-05, ORG-09). */
@ServiceTest
class LinesTest extends TwoHierarchies {

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
    void aSupervisionOfALaterDayHoldsAMoveThatComesBefore() {
        long elsewhere = divisions.unit("0201100");
        made(supervise(branch, committee), TODAY.plusDays(2));

        refused(move(branch, elsewhere), 409, "change.leaves-line");
        refused(move(committee, divisions.unit("0201")), 409, "change.leaves-line");
        made(release(branch, committee), TODAY.plusDays(4));
        refused(move(branch, elsewhere), 409, "change.leaves-line");
        made(move(branch, elsewhere), TODAY.plusDays(4));
    }

    @Test
    void aMoveOfALaterDayHoldsASupervisionThatComesBefore() {
        made(move(branch, divisions.unit("0201100")), TODAY.plusDays(2));

        refused(supervise(branch, committee), 422, "change.outside-line");
        made(move(branch, township), TODAY.plusDays(4));
        refused(supervise(branch, committee), 422, "change.outside-line");
        made(supervise(branch, committee), TODAY.plusDays(4));
    }

    @Test
    void aSupervisionOfALaterDayHoldsAMergeThatComesBefore() {
        long elsewhere = divisions.unit("0201100");
        long other = established(elsewhere, "0201100-G" + round, "虚构别处" + round, "GENERAL_BRANCH");
        made(supervise(small, committee), TODAY.plusDays(2));

        refused(merge(List.of(general), other), 409, "change.leaves-line");
        long next = established(divisions.unit("0201"), "0201-N" + round, "虚构两新别处" + round, "WORKING_COMMITTEE");
        refused(merge(List.of(committee), next), 409, "change.leaves-line");
        made(move(other, township), TODAY);
        made(merge(List.of(general), other), TODAY);
    }

    @Test
    void aMergeOfThePastNamesWhatItsCommitteeBeganToSuperviseLater() {
        long next = established(county, "0101-N" + round, "虚构新两新" + round, "WORKING_COMMITTEE");
        String name = "虚构后来" + round;
        made(establish(township, divisions.code("0101100-F" + round), name, "BRANCH"), TODAY.minusDays(5));
        long later = divisions.unit("0101100-F" + round);
        made(supervise(later, committee), TODAY.minusDays(5));
        made(supervise(branch, committee), TODAY.minusDays(3));
        made(supervise(small, committee), TODAY.minusDays(9));
        var merge = merge(List.of(committee), next);

        var refused = changes.make(merge, TODAY.minusDays(8));
        assertThat(refused.problem()).as(refused.toString()).isEqualTo("change.supervises");
        assertThat(refused.json().path("units").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(name, "虚构科技" + round);
        made(supervise(later, next), TODAY.minusDays(5));
        made(supervise(branch, next), TODAY.minusDays(3));
        made(merge, TODAY.minusDays(8));
        assertThat(listed(next, "/v1/units?by=LINE")).containsExactlyInAnyOrder(next, later, branch, small);
    }

    @Test
    void aSplitLeavesNobodyOutsideTheLine() {
        long own = established(township, "0101100-L" + round, "虚构镇两新" + round, "WORKING_COMMITTEE");
        made(supervise(small, own), TODAY.plusDays(2));
        var split = Changes.split(
                township, true, List.of(Changes.part(divisions.code("0101101"), "虚构分镇", List.of(general))));

        refused(split, 409, "change.leaves-line");
        made(release(small, own), TODAY.plusDays(2));
        made(split, TODAY);
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
