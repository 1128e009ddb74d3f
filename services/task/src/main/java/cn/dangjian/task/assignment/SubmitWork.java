package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.assignment.Submission.Material;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Breakdown;
import cn.dangjian.task.flow.Breakdown.Parts;
import cn.dangjian.task.flow.Move;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 上报: a unit hands in what it did, for the first time or after it was returned. */
@Service
class SubmitWork {

    private final AssignmentRepository assignments;
    private final SubmissionRepository submissions;
    private final AssignmentAnnouncements announcements;
    private final Origins origins;
    private final Breakdown breakdown;

    SubmitWork(
            AssignmentRepository assignments,
            SubmissionRepository submissions,
            AssignmentAnnouncements announcements,
            Origins origins,
            Breakdown breakdown) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.announcements = announcements;
        this.origins = origins;
        this.breakdown = breakdown;
    }

    /** What a unit hands in. */
    record SubmissionRequest(
            @NotBlank @Size(max = 5000) String report,
            @Nullable @Size(max = 20) List<@NotNull @Valid Material> materials) {

        Submission submission() {
            return new Submission(report, materials == null ? List.of() : materials);
        }
    }

    @Transactional
    Assignment submit(AssignmentId id, SubmissionRequest request, Desk desk, Seen seen) {
        var assignment = assignments.hold(id, desk.scope());
        AssignmentRefusal.NOT_SIGNED.unless(assignment.isSigned());
        AssignmentRefusal.UNDER_REVIEW.when(assignment.state().isHandedIn());
        AssignmentRefusal.ALREADY_APPROVED.when(assignment.isApproved());
        seen.require(assignment.version());
        var submission = request.submission();
        AssignmentRefusal.MATERIAL_MISSING.when(
                submission.materials().isEmpty() && origins.demandsPaper(assignment.dispatchId()));
        var parts = breakdown.parts(id);
        refuseUnready(id, parts);

        var now = desk.now().atOffset(ZoneOffset.UTC);
        var submitted = assignments.update(assignment.after(Move.SUBMIT));
        submissions.insert(id, submission, parts, desk.caller().account(), now);
        announcements.changed(submitted, desk.caller(), now);
        return submitted;
    }

    private void refuseUnready(AssignmentId id, Parts parts) {
        var demands = breakdown.demands(id);
        if (demands.all() && parts.areOpen())
            throw AssignmentRefusal.PARTS_OPEN.with(parts.addressed() - parts.approved(), parts.addressed());
        AssignmentRefusal.PERSON_MISSING.when(demands.person() && parts.addressed() == 0 && !breakdown.hasPerson(id));
    }
}
