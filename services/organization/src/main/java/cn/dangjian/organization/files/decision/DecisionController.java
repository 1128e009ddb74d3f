package cn.dangjian.organization.files.decision;

import static cn.dangjian.organization.files.decision.DecisionRefusal.UNDECIDED;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import cn.dangjian.organization.files.decision.QueueDecision.Word;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.files.form.ReasonTexts;
import cn.dangjian.platform.files.form.ReasonTexts.Reason;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deciding about all that a file has proposed, and seeing how far that has come. */
@Tag(name = "files 导入导出")
@RestController
class DecisionController {

    private final QueueDecision queueDecision;
    private final DecisionTable decisions;
    private final ProposedFiles files;
    private final ReasonTexts texts;

    DecisionController(QueueDecision queueDecision, DecisionTable decisions, ProposedFiles files, ReasonTexts texts) {
        this.queueDecision = queueDecision;
        this.decisions = decisions;
        this.files = files;
        this.texts = texts;
    }

    record ApprovalRequest(@Nullable @Size(max = 500) String note) {}

    record RefusalRequest(
            @Stripped(lines = true) @NotBlank @Size(max = 500)
            String reason) {}

    /**
     * @param proposals how many were open when it was asked for; done: the sum of the next two
     * @param leftOpen those that a rule did not let be decided; they stay open
     * @param stopped why it ended before all was looked at; what was decided stays, the rest stays open
     */
    record DecisionResponse(
            boolean approves,
            @Nullable String note,
            Decision.State state,
            int proposals,
            int decided,
            int leftOpen,
            @Nullable Reason stopped,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime finishedAt) {

        static DecisionResponse of(Decision decision, @Nullable Reason stopped) {
            return new DecisionResponse(
                    decision.approves(),
                    decision.note(),
                    decision.state(),
                    decision.proposals(),
                    decision.decided(),
                    decision.leftOpen(),
                    stopped,
                    decision.askedAt().atOffset(ZoneOffset.UTC),
                    utc(decision.finishedAt()));
        }

        private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime at) {
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        }
    }

    /** A proposal that stays open. */
    record LeftResponse(int line, String code, String reason, String reasonInEnglish) {}

    @Operation(summary = "Approve all proposals of a file (全部批准), in the background", description = """
        Each proposal is approved wholly or stays open with its reason, by the rules for one: by somebody else than its
        proposer, one tier up. GET /v1/intakes/{id}/decision says how far it has come, and /left what had to stay open.
        Asking again decides about what is open then; 409 if nothing is, or while the file is still at work.
        """)
    @Idempotent
    @PostMapping("/v1/intakes/{id}/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DecisionResponse> approve(
            @PathVariable long id,
            @Valid @RequestBody ApprovalRequest request,
            Desk desk,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return decide(id, new Word(true, request.note(), AccessVersions.carriedBy(token)), desk);
    }

    @Operation(summary = "Refuse all proposals of a file (全部退回), in the background", description = """
        Each proposal is refused with the reason, by the rules for one; those that somebody else has decided about stay as
        they are. GET /v1/intakes/{id}/decision says how far it has come.
        """)
    @Idempotent
    @PostMapping("/v1/intakes/{id}/refusal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DecisionResponse> refuse(
            @PathVariable long id,
            @Valid @RequestBody RefusalRequest request,
            Desk desk,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return decide(id, new Word(false, request.reason(), AccessVersions.carriedBy(token)), desk);
    }

    private ResponseEntity<DecisionResponse> decide(long id, Word word, Desk desk) {
        var decision = queueDecision.queue(id, word, desk);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/intakes/" + id + "/decision"))
                .body(response(decision));
    }

    @Operation(summary = "How far the last decision about all proposals of a file has come")
    @GetMapping("/v1/intakes/{id}/decision")
    DecisionResponse decision(@PathVariable long id, @Subtree Scope scope) {
        return response(last(id, scope));
    }

    @Operation(summary = "The proposals that the last decision about a file had to leave open, and why")
    @GetMapping("/v1/intakes/{id}/decision/left")
    Page<LeftResponse> left(@PathVariable long id, Slice slice, @Subtree Scope scope) {
        var decision = last(id, scope);
        var cursor = Cursor.parse(slice.cursor(), 1);
        long after = cursor == null ? 0 : cursor.number(0);
        if (after < 0 || after > Integer.MAX_VALUE) throw new ProblemException(BAD_REQUEST, "cursor.invalid");
        return slice.page(decisions.left(decision.id(), after, slice.rows()), why -> Cursor.of(why.line()))
                .map(this::response);
    }

    private Decision last(long id, Scope scope) {
        files.requireSeen(id, scope);
        return decisions.last(id).orElseThrow(UNDECIDED);
    }

    private DecisionResponse response(Decision decision) {
        String problem = decision.problem();
        return DecisionResponse.of(decision, problem == null ? null : texts.reason(Rejection.of(0, "", problem)));
    }

    private LeftResponse response(Rejection why) {
        var reason = Objects.requireNonNull(texts.reason(why));
        return new LeftResponse(why.line(), reason.code(), reason.reason(), reason.reasonInEnglish());
    }
}
