package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.heir.Estate;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.assignment.AssignmentAnnouncements.Passed;
import cn.dangjian.task.assignment.AssignmentRepository.Left;
import cn.dangjian.task.dispatch.RelayTable;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.voice.Heeding;
import cn.dangjian.task.voice.PassVoices;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 承继: what a unit that ended has not finished goes on at its heir, as far as it had come: what it signed is signed, and
 * what it handed in waits for review, and what it forwarded comes back to the heir. What the heir has to do itself is not
 * done twice. And 反馈: what becomes of an assignment when its issuer accepts what the unit answered.
 */
@Service
class PassAssignments implements Estate, Heeding {

    private static final int AT_ONCE = 1000;

    private final AssignmentRepository assignments;
    private final RelayTable relays;
    private final AssignmentAnnouncements announcements;
    private final PassVoices voices;

    PassAssignments(
            AssignmentRepository assignments,
            RelayTable relays,
            AssignmentAnnouncements announcements,
            PassVoices voices) {
        this.assignments = assignments;
        this.relays = relays;
        this.announcements = announcements;
        this.voices = voices;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(Passing passing) {
        var left = assignments.lockOpen(passing.from(), passing.to());
        var heir = passing.to();
        if (heir != null) voices.pass(passing.from(), heir, List.of());
        for (int first = 0; first < left.size(); first += AT_ONCE) {
            var some = left.subList(first, Math.min(first + AT_ONCE, left.size()));
            assignments.pass(some, passing);
            if (heir != null) voices.pass(passing.from(), heir, goingOn(some));
            relays.join(some.stream()
                    .filter(one -> one.own() != null)
                    .map(one -> one.assignment().id().value())
                    .toList());
            announcements.passed(some.stream().map(one -> entry(one, passing)).toList());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean heed(Heeded heeded) {
        var found = assignments.lock(new AssignmentId(heeded.assignment())).filter(Assignment::isToDo);
        if (found.isEmpty()) return false;
        var assignment = found.get();
        var changed = assignments.update(
                switch (heeded.outcome()) {
                    case DONE -> assignment.after(Move.DONE_BEFORE);
                    case CLOSED, JOINED -> assignment.after(Move.EXCUSE);
                    case MOVED -> assignment.dueOn(Objects.requireNonNull(heeded.until()));
                });
        var other = heeded.joinedTo() == null ? null : new AssignmentId(heeded.joinedTo());
        if (other != null) assignments.join(changed.id(), other);
        announcements.heeded(changed, heeded, other);
        return true;
    }

    private static List<Long> goingOn(List<Left> left) {
        return left.stream()
                .filter(one -> one.own() == null)
                .map(one -> one.assignment().id().value())
                .toList();
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
