package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static cn.dangjian.organization.tree.change.Changes.part;
import static cn.dangjian.organization.tree.change.Changes.regrade;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static cn.dangjian.organization.tree.change.Changes.split;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each operation makes of the tree, on its day. */
@ServiceTest
class OperationsTest extends TenDays {

    @Test
    void aChangeOfTheFutureTakesEffectByItselfThatDay() {
        var day = TODAY.plusDays(3);
        made(rename(unit("0101100201"), "虚构明日村"), day);
        long id = unit("0101100201");

        assertThat(on(id, day.minusDays(1)).path("name").asString()).isEqualTo("示范0101100201村");
        assertThat(on(id, day).path("name").asString()).isEqualTo("虚构明日村");
        assertThat(get("/v1/units/" + id).path("name").asString()).isEqualTo("示范0101100201村");

        var midnight = new Midnight(tree, jdbc);
        midnight.strike(day);
        assertThat(get("/v1/units/" + id).path("name").asString()).isEqualTo("虚构明日村");
        midnight.backToToday();
    }

    @Test
    void aUnitOfTheFutureIsEstablishedThatDay() {
        var day = TODAY.plusDays(2);
        made(establish(unit("0101100"), code("0101100299"), "虚构新村", null), day);

        assertThat(children(unit("0101100"), day)).contains("0101100299");
        assertThat(children(unit("0101100"), day.minusDays(1))).doesNotContain("0101100299");
        refused(establish(unit("0101100"), code("0101100299"), "虚构新村", null), TODAY, 409, "change.code-taken");
    }

    @Test
    void aChangeOfThePastIsSeenThenAndNow() {
        long id = unit("0101100201");
        made(rename(id, "虚构今日村"), TODAY);
        made(rename(id, "虚构昨日村"), TODAY.minusDays(5));

        assertThat(on(id, TODAY.minusDays(6)).path("name").asString()).isEqualTo("示范0101100201村");
        assertThat(on(id, TODAY.minusDays(5)).path("name").asString()).isEqualTo("虚构昨日村");
        assertThat(on(id, TODAY).path("name").asString()).isEqualTo("虚构今日村");
    }

    @Test
    void aTownshipMovesWithEverythingBelowAndThePastKeepsItsPlace() {
        made(move(unit("0101100"), unit("0121")), TODAY.minusDays(2));

        assertThat(children(unit("0121"), TODAY)).contains("0101100");
        assertThat(children(unit("0101"), TODAY)).doesNotContain("0101100");
        assertThat(children(unit("0101"), TODAY.minusDays(3))).contains("0101100");
        String county = tokens.at(unit("0121"));
        assertThat(api.get("/v1/units/" + unit("0101100201")).as(county).send().status())
                .isEqualTo(200);
        assertThat(api.get("/v1/units/" + unit("0101100201"))
                        .as(tokens.at(unit("0101")))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(get("/v1/units/" + unit("0101100201") + "/ancestors?asOf=" + TODAY.minusDays(3))
                        .get(2)
                        .path("id")
                        .asLong())
                .isEqualTo(unit("0101"));
        assertThat(get("/v1/units/" + unit("0101100201") + "/ancestors")
                        .get(2)
                        .path("id")
                        .asLong())
                .isEqualTo(unit("0121"));
    }

    @Test
    void mergedVillagesEndAndTheirBranchesGoOn() {
        made(establish(unit("0101100201"), code("0101100201-1"), "虚构一", "BRANCH"), TODAY.minusDays(5));
        long branch = unit("0101100201-1");
        long gone = unit("0101100201");
        long into = unit("0101100202");

        made(merge(List.of(gone), into), TODAY.minusDays(1));

        assertThat(children(into, TODAY)).contains("0101100201-1");
        assertThat(children(unit("0101100"), TODAY)).doesNotContain("0101100201");
        assertThat(children(gone, TODAY.minusDays(2))).contains("0101100201-1");
        var lineage = get("/v1/units/" + into + "/lineage");
        assertThat(lineage).hasSize(1);
        assertThat(lineage.get(0).path("predecessorId").asLong()).isEqualTo(gone);
        assertThat(lineage.get(0).path("reason").asString()).isEqualTo("MERGED");
        assertThat(get("/v1/units/" + gone + "/lineage")
                        .get(0)
                        .path("successorId")
                        .asLong())
                .isEqualTo(into);
        assertThat(get("/v1/units/" + branch).path("parentId").asLong()).isEqualTo(into);
    }

    @Test
    void aTownshipSplitsAndSaysWhereItsVillagesGo() {
        long town = unit("0101100");
        var first = part(code("0101101"), "虚构东镇", List.of(unit("0101100201"), unit("0101100202")));
        var second = part(code("0101102"), "虚构西镇", List.of(unit("0101100203")));

        refused(split(town, false, List.of(first)), TODAY, 409, "change.has-children");
        refused(split(town, false, List.of(first, first)), TODAY, 422, "change.not-a-child");
        made(split(town, false, List.of(first, second)), TODAY);

        assertThat(children(unit("0101"), TODAY)).contains("0101101", "0101102").doesNotContain("0101100");
        assertThat(children(unit("0101101"), TODAY)).containsExactly("0101100201", "0101100202");
        assertThat(get("/v1/units/" + unit("0101102") + "/lineage")
                        .get(0)
                        .path("predecessorId")
                        .asLong())
                .isEqualTo(town);
    }

    @Test
    void aSplitMayLeaveTheUnitItself() {
        made(split(unit("0101100"), true, List.of(part(code("0101101"), "虚构东镇", List.of(unit("0101100201"))))), TODAY);

        assertThat(children(unit("0101100"), TODAY)).containsExactly("0101100202", "0101100203");
        assertThat(children(unit("0101101"), TODAY)).containsExactly("0101100201");
    }

    @Test
    void aBranchGrowsIntoAGeneralBranchWithBranchesBelow() {
        made(establish(unit("0101100"), code("0101100-1"), "虚构机关", "BRANCH"), TODAY.minusDays(3));
        long unit = unit("0101100-1");
        refused(establish(unit, code("0101100-1-1"), "虚构一", "BRANCH"), TODAY, 422, "change.wrong-tier");

        made(regrade(unit, "GENERAL_BRANCH"), TODAY.minusDays(2));
        made(establish(unit, code("0101100-1-1"), "虚构一", "BRANCH"), TODAY.minusDays(1));

        refused(establish(unit, code("0101100-1-2"), "虚构二", "BRANCH"), TODAY.minusDays(3), 422, "change.wrong-tier");
        refused(regrade(unit, "BRANCH"), TODAY, 422, "change.wrong-tier");
        assertThat(get("/v1/units/" + unit + "/history")
                        .path("items")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("UPGRADED");
        made(regrade(unit("0101100201"), "VILLAGE_GENERAL_BRANCH"), TODAY);
        refused(regrade(unit("0101100201"), "GENERAL_BRANCH"), TODAY, 422, "change.kind-unfit");
    }

    @Test
    void groupsAndHouseholdsStandBelowBranches() {
        made(establish(unit("0101001001"), code("0101001001-1"), "虚构网格", "GRID_BRANCH"), TODAY);
        made(establish(unit("0101001001-1"), code("0101001001-1-1"), "虚构楼", "BUILDING_GROUP"), TODAY);
        made(establish(unit("0101001001-1-1"), code("0101001001-1-1-1"), "虚构", "CENTRE_HOUSEHOLD"), TODAY);

        refused(
                establish(unit("0101001"), code("0101001-9"), "虚构楼", "BUILDING_GROUP"),
                TODAY,
                422,
                "change.wrong-tier");
    }
}
