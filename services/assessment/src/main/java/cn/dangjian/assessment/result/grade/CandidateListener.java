package cn.dangjian.assessment.result.grade;

import cn.dangjian.assessment.result.grade.CandidateTable.Candidate;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what people of organization say to units with few stars; it is shown beside the grade, and changes none. */
@Component
class CandidateListener {

    private final CandidateTable candidates;

    CandidateListener(CandidateTable candidates) {
        this.candidates = candidates;
    }

    /** Of {@code organization.weak-candidate-changed.v1}. */
    record CandidateChanged(
            long id,
            long graded,
            long grading,
            Candidate.State state,
            boolean ended,
            @Nullable Long weakCase,
            @Nullable String reason,
            @Nullable LocalDate decidedOn) {

        Candidate candidate(long version) {
            return new Candidate(grading, graded, id, state, ended, weakCase, reason, decidedOn, version);
        }
    }

    @Hears(value = "organization.weak-candidate-changed.v1", order = Order.OWN)
    void on(List<Event<CandidateChanged>> events) {
        candidates.save(events.stream()
                .map(event -> event.data().candidate(event.version()))
                .sorted(Comparator.comparingLong(Candidate::id))
                .toList());
    }
}
