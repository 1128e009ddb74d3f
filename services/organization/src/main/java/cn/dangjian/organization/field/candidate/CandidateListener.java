package cn.dangjian.organization.field.candidate;

import cn.dangjian.organization.field.candidate.CandidateRepository.Proposed;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears which village organizations had few stars; heard again, nothing happens. */
@Component
class CandidateListener {

    private final ListCandidate listCandidate;

    CandidateListener(ListCandidate listCandidate) {
        this.listCandidate = listCandidate;
    }

    @Hears(value = "assessment.weak-candidate.v1", order = Order.OWN)
    void on(List<Event<Proposed>> events) {
        events.stream()
                .sorted(Comparator.comparingLong(event -> event.data().unit()))
                .forEach(event -> listCandidate.list(event.data(), event.occurredAt()));
    }
}
