package cn.dangjian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.fuse.FuseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No rule decides about a unit (U-13): what begins without a person, by the clock or by an event, takes no step of a case,
 * corrects no score, puts no grade on file, names no model branch and decides no consequence. A rule asks, and only when people file grades.
 */
class NoRuleDecidesTest extends FuseRules {

    private static final String ASKS = "result.consequence.ProposeConsequences.filed";

    NoRuleDecidesTest() {
        super(
                "cn.dangjian.assessment",
                Map.of(
                        "cn.dangjian.platform.cases.Held",
                        Set.of("take", "note"),
                        "cn.dangjian.platform.cases.Cases",
                        Set.of("take", "open"),
                        "cn.dangjian.assessment.result.appeal.CorrectionRepository",
                        Set.of("insert"),
                        "cn.dangjian.assessment.result.grade.GradingRepository",
                        Set.of("insert", "file"),
                        "cn.dangjian.assessment.result.consequence.ConsequenceRepository",
                        Set.of("notice", "decide"),
                        "cn.dangjian.assessment.result.consequence.TalkRepository",
                        Set.of("insert"),
                        "cn.dangjian.assessment.result.showcase.ShowcaseRepository",
                        Set.of("insert", "withdraw"),
                        "cn.dangjian.assessment.appraise.grade.LevelRepository",
                        Set.of("replace", "book")));
    }

    @Override
    protected List<String> jobs() {
        return List.of("FreezeUnits.freeze", "PlaceListener.on", "DuesListener.on", "SayOverdue.say");
    }

    @Override
    protected int least() {
        return 8;
    }

    @Override
    protected List<String> doors() {
        return List.of(
                "result.appeal.AppealController.uphold",
                "result.appeal.AppealController.refuse",
                "result.grade.GradingController.propose",
                "result.grade.GradingController.file",
                "result.consequence.ConsequenceController.notice",
                "result.consequence.ConsequenceController.decide",
                "result.consequence.ConsequenceController.talk",
                "result.consequence.ConsequenceController.revoke",
                "result.showcase.ShowcaseController.name",
                "result.showcase.ShowcaseController.withdraw",
                "appraise.grade.LevelController.propose",
                "appraise.grade.LevelController.confirm",
                "appraise.campaign.CampaignController.close");
    }

    @Test
    void asksOnlyWhenPeopleFileGrades() {
        assertThat(leads("result.grade.GradingController.file", ASKS)).isTrue();
        assertThat(beginsByItself(ASKS)).isFalse();
    }
}
