package cn.dangjian.assessment.result.appeal;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.assessment.result.appeal.AppealView.CorrectedView;
import cn.dangjian.assessment.result.appeal.CorrectionRepository.Correction;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an appeal, what came of it, and its journal together. */
@Component
class AppealViews {

    private final AppealRepository appeals;
    private final CorrectionRepository corrections;
    private final Cases<State, AppealStep> cases;

    AppealViews(AppealRepository appeals, CorrectionRepository corrections, CaseStore store) {
        this.appeals = appeals;
        this.corrections = corrections;
        this.cases = store.of(AppealStep.KIND);
    }

    AppealView of(Appeal appeal, Desk desk) {
        var heir = appeal.heir();
        return new AppealView(
                appeal.id(),
                appeal.unit().value(),
                appeal.unitName(),
                heir == null ? null : heir.value(),
                appeal.owner().value(),
                appeal.ownerName(),
                appeal.state(),
                appeal.ended(),
                appeal.year(),
                appeal.partOn(),
                appeal.day(),
                appeal.schemeId(),
                appeal.indicator(),
                points(appeal.points()),
                appeal.words(),
                appeals.listFacts(appeal.id()),
                corrections.find(appeal.id()).map(AppealViews::view).orElse(null),
                cases.journal(appeal.id(), desk.scope()),
                appeal.version());
    }

    private static CorrectedView view(Correction correction) {
        return new CorrectedView(
                correction.code(),
                correction.frozen(),
                correction.numerator(),
                correction.denominator(),
                points(correction.basePoints()),
                points(correction.points()),
                points(correction.baseTotal()),
                points(correction.total()),
                correction.document());
    }

    private static @Nullable Points points(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Points(hundredths);
    }
}
