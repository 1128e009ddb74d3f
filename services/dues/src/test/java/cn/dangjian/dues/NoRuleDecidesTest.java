package cn.dangjian.dues;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.fuse.FuseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No rule decides about a person (U-13, R-11): what begins without a person, by the clock or by an event, takes no step of
 * a case and grants or ends no relief. It may ask people, keep the numbers of a case, hand it to the unit of its member,
 * and end it with him.
 */
class NoRuleDecidesTest extends FuseRules {

    NoRuleDecidesTest() {
        super(
                "cn.dangjian.dues",
                Map.of(
                        "cn.dangjian.platform.cases.Held",
                        Set.of("take", "note"),
                        "cn.dangjian.platform.cases.Cases",
                        Set.of("take", "open"),
                        "cn.dangjian.dues.rate.relief.Reliefs",
                        Set.of("grant", "end"),
                        "cn.dangjian.dues.care.arrears.ArrearsRepository",
                        Set.of("close", "vote", "excuse")));
    }

    @Override
    protected List<String> jobs() {
        return List.of(
                "AnnounceArrears.askAndTell",
                "CountDue.countMembers",
                "CountDue.countAreas",
                "BillAgain.correctDue",
                "PayerListener.on");
    }

    @Override
    protected int least() {
        return 8;
    }

    @Override
    protected List<String> doors() {
        return List.of(
                "care.relief.ReliefController.grant",
                "care.relief.ReliefController.end",
                "care.relief.ReliefController.propose",
                "care.arrears.ArrearsController.excuse",
                "care.arrears.ArrearsController.vote",
                "care.arrears.ArrearsController.paid",
                "care.arrears.ArrearsController.accept",
                "care.arrears.ArrearsController.establish");
    }

    @Test
    void seesTheWayThroughAnInterface() {
        assertThat(leads("roll.PayerListener.on", "care.late.MarkLate.payersChanged"))
                .isTrue();
    }
}
