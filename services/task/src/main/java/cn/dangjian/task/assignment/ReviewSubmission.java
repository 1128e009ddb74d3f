package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
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

    ReviewSubmission(
            AssignmentRepository assignments,
            SubmissionRepository submissions,
            AssignmentAnnouncements announcements,
            Reviewers reviewers) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.announcements = announcements;
        this.reviewers = reviewers;
    }

    /**
     * What the reviewer says.
     *
     * @param reason why it is returned; null if it is approved
     */
    record Verdict(boolean approved, @Nullable String reason) {}

    @Transactional
    Assignment review(AssignmentId id, Verdict verdict, Desk desk, Seen seen) {
        var assignment = assignments.find(id, desk.scope()).orElseThrow(AssignmentRefusal.UNKNOWN);
        AssignmentRefusal.NOT_YOUR_REVIEW.unless(reviewers.isReviewer(assignment, desk));
        AssignmentRefusal.OVER.when(assignment.isOver());
        AssignmentRefusal.ALREADY_APPROVED.when(assignment.isApproved());
        AssignmentRefusal.NOT_SUBMITTED.unless(assignment.isSubmitted());
        seen.require(assignment.version());

        var now = desk.now().atOffset(ZoneOffset.UTC);
        var reviewed = assignments.update(verdict.approved() ? assignment.approve() : assignment.sendBack());
        submissions.judge(
                id, reviewed.state().name(), verdict.reason(), desk.caller().account(), now);
        announcements.changed(reviewed, desk.caller(), now);
        return reviewed;
    }
}
