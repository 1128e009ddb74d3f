package cn.dangjian.assessment.appraise.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.appraise.Debriefing;
import cn.dangjian.assessment.appraise.sheet.GiveSheet.SheetRequest;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sheet is taken with its answer, or not at all. */
class GiveSheetTest extends RunningAssessment {

    @Autowired
    GiveSheet giveSheet;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Directory directory;

    @Autowired
    Days days;

    /** Killed before it was committed: nothing is there, and the same sent again is there once. */
    @Test
    void isThereOnceAfterWhoeverTookItWasKilled() {
        var debriefing = new Debriefing(api, tokens, jdbc, scored, 1);
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));
        long township = debriefing.townships.getFirst();
        long object = debriefing.object(township);
        var caller = new Caller(new AccountId(debriefing.county), debriefing.county, 1, "office");
        var unit = directory.unitOf(caller);
        var desk = new Desk(caller, unit, Scope.subtree(unit.path()), directory, days);
        String rows = "select concat_ws(' ', version, points) from sheet where appraised_id = " + object;

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            giveSheet.give(object, new SheetRequest(Points.parse("91"), null, null), desk);
            assertThat(debriefing.rows(rows)).containsExactly("1 9100");
            status.setRollbackOnly();
        });
        assertThat(debriefing.rows(rows)).isEmpty();
        debriefing.given(township, "91", debriefing.county);
        debriefing.given(township, "91", debriefing.county);

        assertThat(debriefing.rows(rows)).containsExactly("1 9100");
    }
}
