package cn.dangjian.task.assignment;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.assignment.AssignmentAnnouncements.Passed;
import cn.dangjian.task.assignment.AssignmentRepository.Left;
import cn.dangjian.task.dispatch.RelayTable;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.heir.Estate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 承继: what a unit that ended has not finished goes on at its heir, as far as it had come: what it signed is signed, and
 * what it handed in waits for review, and what it forwarded comes back to the heir. What the heir has to do itself is not done twice.
 */
@Service
class PassAssignments implements Estate {

    private static final int AT_ONCE = 1000;

    private final AssignmentRepository assignments;
    private final RelayTable relays;
    private final AssignmentAnnouncements announcements;

    PassAssignments(AssignmentRepository assignments, RelayTable relays, AssignmentAnnouncements announcements) {
        this.assignments = assignments;
        this.relays = relays;
        this.announcements = announcements;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(Passing passing) {
        var left = assignments.lockOpen(passing.from(), passing.to());
        for (int first = 0; first < left.size(); first += AT_ONCE) {
            var some = left.subList(first, Math.min(first + AT_ONCE, left.size()));
            assignments.pass(some, passing);
            relays.join(some.stream()
                    .filter(one -> one.own() != null)
                    .map(one -> one.assignment().id().value())
                    .toList());
            announcements.passed(some.stream().map(one -> entry(one, passing)).toList());
        }
    }

    private static Outbox.Entry entry(Left left, Passing passing) {
        var at = passing.at().atOffset(ZoneOffset.UTC);
        var heir = passing.to();
        var before = left.assignment();
        if (heir != null && left.own() == null)
            return AssignmentAnnouncements.entry(before.goOnAt(heir), null, passing.subject(), at);
        var over = before.over(heir == null ? Move.END : Move.JOIN);
        return AssignmentAnnouncements.entry(
                over, new Passed(left.own(), heir, passing.document()), passing.subject(), at);
    }
}
