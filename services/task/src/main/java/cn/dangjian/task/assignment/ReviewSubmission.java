package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import java.time.OffsetDateTime;
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
    private final Origins origins;

    ReviewSubmission(
            AssignmentRepository assignments,
            SubmissionRepository submissions,
            AssignmentAnnouncements announcements,
            Reviewers reviewers,
            Origins origins) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.announcements = announcements;
        this.reviewers = reviewers;
        this.origins = origins;
    }

    /**
     * What the reviewer says.
     *
     * @param reason why it is returned; null if it is approved
     * @param until when it is to be handed in again; null if the date that holds goes on to hold
     */
    record Verdict(
            boolean approved,
            @Nullable String reason,
            @Nullable OffsetDateTime until) {}

    @Transactional
    Assignment review(AssignmentId id, Verdict verdict, Desk desk, Seen seen) {
        var assignment = assignments.hold(id, desk.scope());
        AssignmentRefusal.NOT_YOUR_REVIEW.unless(reviewers.isReviewer(assignment, desk));
        AssignmentRefusal.ALREADY_APPROVED.when(assignment.isApproved());
        AssignmentRefusal.NOT_SUBMITTED.unless(assignment.state().isHandedIn());
        var taken = assignment.reviewingBy();
        AssignmentRefusal.TAKEN_UP.when(
                taken != null && !taken.equals(desk.caller().account()));
        seen.require(assignment.version());
        Traces.refuse(verdict.reason());

        var now = desk.now().atOffset(ZoneOffset.UTC);
        refuseDate(assignment, verdict, now);
        var until = verdict.until();
        var reviewed = assignments.update(
                verdict.approved()
                        ? assignment.after(Move.APPROVE)
                        : assignment.back(
                                Move.SEND_BACK, until == null ? null : until.withOffsetSameInstant(ZoneOffset.UTC)));
        submissions.judge(
                id, reviewed.state().name(), verdict.reason(), desk.caller().account(), now);
        announcements.reviewed(reviewed, verdict.reason(), desk.caller(), now);
        return reviewed;
    }

    /** Who gets something back has time for it, and no less than he had. */
    private void refuseDate(Assignment assignment, Verdict verdict, OffsetDateTime now) {
        if (verdict.approved()) return;
        var holds = origins.due(assignment.dispatchId(), assignment.dueAt());
        var until = verdict.until();
        AssignmentRefusal.DATE_MISSING.when(until == null && now.isAfter(holds));
        AssignmentRefusal.DATE_EARLY.when(until != null && (!until.isAfter(now) || until.isBefore(holds)));
    }
}
