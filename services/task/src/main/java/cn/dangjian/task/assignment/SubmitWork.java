package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import cn.dangjian.task.dispatch.Materials;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 上报: a unit hands in what it did, for the first time or after it was returned. */
@Service
class SubmitWork {

    private final AssignmentRepository assignments;
    private final SubmissionRepository submissions;
    private final AssignmentAnnouncements announcements;
    private final Materials materials;
    private final Clock clock;

    SubmitWork(
            AssignmentRepository assignments,
            SubmissionRepository submissions,
            AssignmentAnnouncements announcements,
            Materials materials,
            Clock clock) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.announcements = announcements;
        this.materials = materials;
        this.clock = clock;
    }

    @Transactional
    Outcome submit(AssignmentId id, Submission submission, Scope own, Caller caller, @Nullable String ifMatch) {
        var found = assignments.find(id, own);
        if (found.isEmpty()) return new Outcome.NoSuchAssignment();

        var assignment = found.get();
        if (!assignment.isSigned()) return new Outcome.NotSigned();
        if (assignment.isSubmitted()) return new Outcome.UnderReview();
        if (assignment.isApproved()) return new Outcome.AlreadyApproved();
        ETags.requireMatch(ifMatch, assignment.version());
        if (submission.materials().isEmpty() && materials.areRequired(assignment.dispatchId())) {
            return new Outcome.MaterialMissing();
        }

        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var submitted = assignments.update(assignment.submit());
        submissions.insert(id, submission, caller.account(), now);
        announcements.changed(submitted, caller, now);
        return new Outcome.Submitted(submitted);
    }

    sealed interface Outcome {
        record Submitted(Assignment assignment) implements Outcome {}

        record NoSuchAssignment() implements Outcome {}

        record NotSigned() implements Outcome {}

        record UnderReview() implements Outcome {}

        record AlreadyApproved() implements Outcome {}

        record MaterialMissing() implements Outcome {}
    }
}
