package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收: a unit confirms that it has received its assignment; doing so twice changes nothing. */
@Service
class SignAssignment {

    private final AssignmentRepository assignments;
    private final AssignmentAnnouncements announcements;
    private final Clock clock;

    SignAssignment(AssignmentRepository assignments, AssignmentAnnouncements announcements, Clock clock) {
        this.assignments = assignments;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    Outcome sign(AssignmentId id, Scope own, Caller caller, @Nullable String ifMatch) {
        var found = assignments.find(id, own);
        if (found.isEmpty()) return new Outcome.NoSuchAssignment();

        var assignment = found.get();
        if (assignment.isSigned()) return new Outcome.Signed(assignment);
        ETags.requireMatch(ifMatch, assignment.version());

        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var signed = assignments.update(assignment.sign(caller.account(), now));
        announcements.changed(signed, caller, now);
        return new Outcome.Signed(signed);
    }

    sealed interface Outcome {
        record Signed(Assignment assignment) implements Outcome {}

        record NoSuchAssignment() implements Outcome {}
    }
}
