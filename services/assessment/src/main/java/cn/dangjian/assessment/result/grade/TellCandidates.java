package cn.dangjian.assessment.result.grade;

import cn.dangjian.assessment.again.ToldAgain;
import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.rules.book.Rulebook;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Says which village organizations have few stars, when their grades are on file, and again when all is told again: whoever
 * lists them knows them by their grading.
 */
@Component
class TellCandidates implements ToldAgain {

    private static final String TYPE = "assessment.weak-candidate.v1";
    private static final String FEW = "assessment.stars.weak.most";
    private static final String SERVICE = "service:assessment";

    private final GradingRepository gradings;
    private final Rulebook rulebook;
    private final Directory directory;
    private final Outbox outbox;

    TellCandidates(GradingRepository gradings, Rulebook rulebook, Directory directory, Outbox outbox) {
        this.gradings = gradings;
        this.rulebook = rulebook;
        this.directory = directory;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/weak-candidate.v1}. */
    record WeakCandidate(long unit, int year, int stars, long grading, long owner, String document) {}

    /**
     * By the rule that held on the day on which the grades were put on file.
     *
     * @param path of whoever has them on file
     */
    void tell(Grading grading, String path, String subject) {
        if (grading.scale() != Scale.STARS) return;
        var few = rulebook.on(Objects.requireNonNull(grading.filedOn())).find(FEW, path);
        if (few.isEmpty()) return;
        outbox.appendAll(gradings.listRural(grading.id()).stream()
                .filter(one -> one.grade().level() <= few.get().intValueExact())
                .map(one -> new Outbox.Entry(
                        TYPE,
                        "weak-candidate:" + one.unit() + "-" + grading.year(),
                        1,
                        subject,
                        new WeakCandidate(
                                one.unit(),
                                grading.year(),
                                one.grade().level(),
                                grading.id(),
                                grading.unit().value(),
                                grading.document())))
                .toList());
    }

    /** Of the unit above; a province has its own grades on file. */
    private String above(UnitId owner) {
        var unit = directory.named(List.of(owner.value())).getFirst();
        return directory.organizationAbove(unit).orElse(unit).path();
    }

    @Override
    public String what() {
        return "CANDIDATES";
    }

    @Override
    public long tellAgain(long after) {
        var next = gradings.findFiled(after);
        next.ifPresent(grading -> tell(grading, above(grading.unit()), SERVICE));
        return next.map(Grading::id).orElse(-1L);
    }
}
