package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核: the unit directly above approves what was handed in, or returns it with a reason. */
@Service
class ReviewSubmission {

    private final AssignmentRepository assignments;
    private final SubmissionRepository submissions;
    private final AssignmentAnnouncements announcements;
    private final Reviewers reviewers;
    private final Clock clock;

    ReviewSubmission(
            AssignmentRepository assignments,
            SubmissionRepository submissions,
            AssignmentAnnouncements announcements,
            Reviewers reviewers,
            Clock clock) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.announcements = announcements;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    /**
     * What the reviewer says.
     *
     * @param reason why it is returned; null if it is approved
     */
    record Verdict(boolean approved, @Nullable String reason) {}

    @Transactional
    Outcome review(AssignmentId id, Verdict verdict, Scope subtree, Caller caller, @Nullable String ifMatch) {
        var found = assignments.find(id, subtree);
        if (found.isEmpty()) return new Outcome.NoSuchAssignment();

        var assignment = found.get();
        if (!reviewers.isReviewer(caller, assignment, subtree)) return new Outcome.NotTheReviewer();
        if (assignment.isApproved()) return new Outcome.AlreadyApproved();
        if (!assignment.isSubmitted()) return new Outcome.NothingToReview();
        ETags.requireMatch(ifMatch, assignment.version());

        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var reviewed = assignments.update(verdict.approved() ? assignment.approve() : assignment.sendBack());
        submissions.judge(id, reviewed.state().name(), verdict.reason(), caller.account(), now);
        announcements.changed(reviewed, caller, now);
        return new Outcome.Reviewed(reviewed);
    }

    sealed interface Outcome {
        record Reviewed(Assignment assignment) implements Outcome {}

        record NoSuchAssignment() implements Outcome {}

        record NotTheReviewer() implements Outcome {}

        record NothingToReview() implements Outcome {}

        record AlreadyApproved() implements Outcome {}
    }
}
