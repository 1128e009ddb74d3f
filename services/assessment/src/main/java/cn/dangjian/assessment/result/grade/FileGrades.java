package cn.dangjian.assessment.result.grade;

import static cn.dangjian.assessment.result.grade.GradingRefusal.NOT_YOURS;

import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.rules.book.Rulebook;
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

    private static final String TYPE = "assessment.weak-candidate.v1";
    private static final String FEW = "assessment.stars.weak.most";

    private final GradingRepository gradings;
    private final Rulebook rulebook;
    private final Outbox outbox;
    private final List<GradingObserver> observers;
    private final Cases<State, GradingStep> cases;

    FileGrades(
            GradingRepository gradings,
            Rulebook rulebook,
            Outbox outbox,
            List<GradingObserver> observers,
            CaseStore store) {
        this.gradings = gradings;
        this.rulebook = rulebook;
        this.outbox = outbox;
        this.observers = observers;
        this.cases = store.of(GradingStep.KIND);
    }

    /** The data of {@code contracts/events/weak-candidate.v1}. */
    record WeakCandidate(long unit, int year, int stars, long grading, long owner, String document) {}

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
        if (grading.scale() == Scale.STARS) announce(grading, desk);
        for (var observer : observers) observer.filed(id, grading.unit().value(), grading.year(), desk);
        return grading;
    }

    private void announce(Grading grading, Desk desk) {
        var few = rulebook.on(desk.today()).find(FEW, desk.unit().path());
        if (few.isEmpty()) return;
        outbox.appendAll(gradings.listRural(grading.id()).stream()
                .filter(one -> one.grade().level() <= few.get().intValueExact())
                .map(one -> new Outbox.Entry(
                        TYPE,
                        "weak-candidate:" + one.unit() + "-" + grading.year(),
                        1,
                        desk.subject(),
                        new WeakCandidate(
                                one.unit(),
                                grading.year(),
                                one.grade().level(),
                                grading.id(),
                                grading.unit().value(),
                                grading.document())))
                .toList());
    }
}
