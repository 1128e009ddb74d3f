package cn.dangjian.member;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.fuse.FuseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No rule removes, demotes or bars a person by itself (U-13): what begins without a person, by the clock or by an event,
 * does not reach the two methods with which somebody's standing changes.
 */
class NoRuleDecidesTest extends FuseRules {

    NoRuleDecidesTest() {
        super("cn.dangjian.member", Map.of("cn.dangjian.member.person.standing.Standings", Set.of("record", "strike")));
    }

    @Override
    protected Map<String, String> decided() {
        return Map.of(
                "HeirListener.on",
                "the end of a unit was decided, by a document that says who takes its members over",
                "UnitListener.on",
                "the same, for those who came to a unit after its end was heard of",
                "Worker.start",
                "a file is entered in the name of whoever sent it");
    }

    @Override
    protected List<String> jobs() {
        return List.of("AnnounceMembers.announceDue", "AccountListener.on", "Reseal.reseal", "Worker.start");
    }

    @Override
    protected int least() {
        return 6;
    }

    @Override
    protected List<String> doors() {
        return List.of(
                "person.record.RecordController.write",
                "person.record.RecordController.strike",
                "person.register.MemberController.register",
                "care.lost.LostController.stop",
                "care.handling.HandlingDecisionController.approve");
    }

    @Test
    void seesTheWayThroughAnInterface() {
        assertThat(leads("person.record.RecordController.write", "telling.count.MarkUnits.standingsChanged"))
                .isTrue();
    }
}
