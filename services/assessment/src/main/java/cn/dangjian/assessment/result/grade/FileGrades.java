package cn.dangjian.assessment.result.grade;

import static cn.dangjian.assessment.result.grade.GradingRefusal.NOT_YOURS;

import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 备案: one tier up has the grades on file, or returns them. Of village organizations with few stars it is said that they
 * may be weak ones: people there look, and accept it or not.
 */
@Service
class FileGrades {

    private final GradingRepository gradings;
    private final TellCandidates tellCandidates;
    private final List<GradingObserver> observers;
    private final Cases<State, GradingStep> cases;

    FileGrades(
            GradingRepository gradings,
            TellCandidates tellCandidates,
            List<GradingObserver> observers,
            CaseStore store) {
        this.gradings = gradings;
        this.tellCandidates = tellCandidates;
        this.observers = observers;
        this.cases = store.of(GradingStep.KIND);
    }

    @Transactional
    Grading giveBack(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(GradingStep.RETURNED, Said.today(desk).note(reason), seen)
                .take();
        return gradings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Grading file(long id, String document, Seen seen, Desk desk) {
        return file(id, GradingStep.FILED, document, seen, desk);
    }

    /** Of the province: above it there is nobody. */
    @Transactional
    Grading confirm(long id, String document, Seen seen, Desk desk) {
        NOT_YOURS.unless(desk.isAt(Tier.PROVINCE));
        return file(id, GradingStep.CONFIRMED, document, seen, desk);
    }

    private Grading file(long id, GradingStep step, String document, Seen seen, Desk desk) {
        cases.hold(id, desk).may(step, Said.today(desk).by(document), seen).take();
        gradings.file(id, desk.today());
        var grading = gradings.find(id, desk.scope()).orElseThrow();
        tellCandidates.tell(grading, desk.unit().path(), desk.subject());
        for (var observer : observers) observer.filed(id, grading.unit().value(), grading.year(), desk);
        return grading;
    }
}
