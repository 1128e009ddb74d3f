package cn.dangjian.organization.intake;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.change.ApproveAll;
import cn.dangjian.organization.form.Forms;
import cn.dangjian.organization.sheet.Rejection;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approving what a file has proposed, all at once. */
@Tag(name = "files 导入导出")
@RestController
class ApprovalController {

    private final IntakeTable intakes;
    private final Forms forms;
    private final ApproveAll approveAll;
    private final ReasonTexts texts;

    ApprovalController(IntakeTable intakes, Forms forms, ApproveAll approveAll, ReasonTexts texts) {
        this.intakes = intakes;
        this.forms = forms;
        this.approveAll = approveAll;
        this.texts = texts;
    }

    record ApprovalRequest(@Nullable @Size(max = 500) String note) {}

    /** A proposal that stays open. */
    record RefusedResponse(int line, String code, String reason, String reasonInEnglish) {}

    /** @param next to go on with as {@code after}; null if nothing is left */
    record ApprovalResponse(
            int approved,
            List<RefusedResponse> refused,
            @Nullable Integer next) {}

    @Operation(summary = "Approve the proposals of a file (批量审批), 500 at a time", description = """
        Each proposal is approved wholly or stays open with its reason, by the rules for one: by somebody else than its
        proposer, one tier up. Ask again with after = next until next is null.
        """)
    @Idempotent
    @PostMapping("/v1/intakes/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @Valid @RequestBody ApprovalRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var intake = intakes.find(id, scope);
        if (intake.isEmpty()) return problem(NOT_FOUND, "intake.unknown");
        if (!forms.get(intake.get().what()).isDecided()) return problem(CONFLICT, "intake.nothing-open");
        var approved = approveAll.approve(id, after, request.note(), caller);
        var refused = approved.rejections().stream().map(this::response).toList();
        return ResponseEntity.ok(new ApprovalResponse(approved.approved(), refused, approved.next()));
    }

    private RefusedResponse response(Rejection why) {
        return new RefusedResponse(
                why.line(), why.problem(), texts.text(why, Locale.CHINESE), texts.text(why, Locale.ENGLISH));
    }
}
