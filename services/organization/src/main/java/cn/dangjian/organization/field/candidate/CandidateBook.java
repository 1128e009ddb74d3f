package cn.dangjian.organization.field.candidate;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.organization.tree.announcement.ToldAgain;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house what becomes of candidates; those of a unit that ends go to its heir, or end with it. */
@Component
class CandidateBook implements Hanging, ToldAgain {

    private static final String TYPE = "organization.weak-candidate-changed.v1";

    private static final int AT_ONCE = 500;
    private static final String SUBJECT = "service:organization";

    private final CandidateRepository candidates;
    private final Outbox outbox;
    private final Cases<State, CandidateStep> cases;

    CandidateBook(CandidateRepository candidates, Outbox outbox, CaseStore store) {
        this.candidates = candidates;
        this.outbox = outbox;
        this.cases = store.of(CandidateStep.KIND);
    }

    /**
     * The data of {@code contracts/events/weak-candidate-changed.v1}.
     *
     * @param unit who has it now
     * @param graded the unit that was graded
     * @param ended whether it has ended with its unit, before anybody had decided
     */
    record CandidateChanged(
            long id,
            UnitId unit,
            UnitId graded,
            int year,
            long grading,
            State state,
            boolean ended,
            @Nullable Long weakCase,
            @Nullable String reason,
            @Nullable LocalDate decidedOn) {}

    void announce(Collection<Long> ids, String subject) {
        outbox.appendAll(candidates.listStanding(ids).stream()
                .map(one -> new Outbox.Entry(
                        TYPE,
                        "weak-candidate:" + one.id(),
                        one.version(),
                        subject,
                        new CandidateChanged(
                                one.id(),
                                one.unit(),
                                one.graded(),
                                one.year(),
                                one.grading(),
                                one.state(),
                                one.ended(),
                                one.weakCase(),
                                one.reason(),
                                one.decidedOn())))
                .toList());
    }

    @Override
    public void tellAgain() {
        var some = candidates.listNext(0, AT_ONCE);
        while (!some.isEmpty()) {
            announce(some, SUBJECT);
            some = candidates.listNext(some.getLast(), AT_ONCE);
        }
    }

    @Override
    public void unitsEnded(List<Departure> ended) {
        for (var one : ended) {
            var heir = one.heir();
            var ids = heir == null
                    ? cases.end(one.unit(), null, one.reason(), one.subject(), one.at())
                    : cases.handOver(one.unit(), heir, one.reason(), one.subject(), one.at());
            announce(ids, one.subject());
        }
    }
}
