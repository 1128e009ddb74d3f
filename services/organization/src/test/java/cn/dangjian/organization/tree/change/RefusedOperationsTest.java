package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static cn.dangjian.organization.tree.change.Changes.rename;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tree cannot be, whoever approves of it. */
@ServiceTest
class RefusedOperationsTest extends TenDays {

    @Test
    void refusesWhatTheTreeCannotBe() {
        long village = unit("0101100201");
        long town = unit("0101100");
        refused(abolish(town), TODAY, 409, "change.has-children");
        refused(move(unit("01"), unit("0101")), TODAY, 422, "change.under-itself");
        refused(move(unit("0101"), unit("01")), TODAY, 409, "change.nothing-changes");
        refused(move(unit("0101"), unit("")), TODAY, 422, "change.wrong-tier");
        refused(move(village, unit("0101")), TODAY, 422, "change.wrong-tier");
        refused(rename(unit(""), "虚构"), TODAY, 422, "change.is-root");
        refused(abolish(unit("")), TODAY, 422, "change.is-root");
        refused(rename(village, "示范0101100201村"), TODAY, 409, "change.nothing-changes");
        refused(rename(village, "虚构"), TODAY.minusDays(11), 422, "change.not-then");
        refused(establish(town, code("0101100299"), "虚构村", null), TODAY.minusDays(11), 422, "change.not-then");
        refused(merge(List.of(village), town), TODAY, 422, "change.wrong-tier");
        refused(merge(List.of(village, village), unit("0101100202")), TODAY, 422, "change.under-itself");
        refused(merge(List.of(village), village), TODAY, 422, "change.under-itself");
    }

    @Test
    void nothingEndsBeforeWhatIsDecidedForLater() {
        long village = unit("0101100201");
        made(rename(village, "虚构明日村"), TODAY.plusDays(5));

        refused(abolish(village), TODAY, 409, "change.later-changes");
        made(abolish(village), TODAY.plusDays(6));
        refused(rename(village, "虚构"), TODAY.plusDays(6), 422, "change.not-then");
        refused(establish(village, code("0101100201-1"), "虚构", "BRANCH"), TODAY.plusDays(1), 422, "change.not-then");
    }

    @Test
    void aCodeIsFreeAgainAfterItsUnit() {
        made(abolish(unit("0101100203")), TODAY.minusDays(1));

        made(establish(unit("0101100"), code("0101100203"), "虚构新村", null), TODAY);
        refused(
                establish(unit("0101001"), code("0101001203"), "x".repeat(3), "BRANCH"),
                TODAY,
                422,
                "change.kind-unfit");
    }

    @ParameterizedTest
    @CsvSource({
        "0101100201, , 409, change.code-taken",
        "0101001299, , 422, change.code-unfit",
        "0101100000, , 422, change.code-unfit",
        "0101100-1, , 422, change.kind-unfit",
        "0101100-1, VILLAGE_ORGANIZATION, 422, change.kind-unfit",
        "0101100299, TOWN_COMMITTEE, 422, change.kind-unfit",
        "x-1, BRANCH, 422, change.code-unfit",
    })
    void refusesWhatFitsNowhere(String code, String kind, int status, String problem) {
        refused(
                establish(unit("0101100"), code.startsWith("x") ? code : code(code), "虚构村", kind),
                TODAY,
                status,
                problem);
    }
}
