package cn.dangjian.organization.files.decision;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.files.intake.ProposedFiles;
import cn.dangjian.organization.files.intake.ReasonTexts;
import cn.dangjian.organization.sheet.Rejection;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deciding about all that a file has proposed, and seeing how far that has come. */
@Tag(name = "files 导入导出")
@RestController
class DecisionController {

    /** The claim with the version of what an account may do, as {@code SupersededFilter} reads it. */
    private static final String VERSION = "av";

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

    record RefusalRequest(@NotBlank @Size(max = 500) String reason) {}

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
            @Nullable StopResponse stopped,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime finishedAt) {

        static DecisionResponse of(Decision decision, @Nullable StopResponse stopped) {
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

    record StopResponse(String code, String reason, String reasonInEnglish) {}

    /** A proposal that stays open. */
    record LeftResponse(int line, String code, String reason, String reasonInEnglish) {}

    @Operation(summary = "Approve all proposals of a file (全部批准), in the background", description = """
        Each proposal is approved wholly or stays open with its reason, by the rules for one: by somebody else than its
        proposer, one tier up. GET /v1/intakes/{id}/decision says how far it has come, and /left what had to stay open.
        Asking again decides about what is open then; 409 if nothing is, or while the file is still at work.
        """)
    @Idempotent
    @PostMapping("/v1/intakes/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable long id,
            @Valid @RequestBody ApprovalRequest request,
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return decide(id, new QueueDecision.Word(true, request.note(), caller, version(token)));
    }

    @Operation(summary = "Refuse all proposals of a file (全部退回), in the background", description = """
        Each proposal is refused with the reason, by the rules for one; those that somebody else has decided about stay as
        they are. GET /v1/intakes/{id}/decision says how far it has come.
        """)
    @Idempotent
    @PostMapping("/v1/intakes/{id}/refusal")
    ResponseEntity<?> refuse(
            @PathVariable long id,
            @Valid @RequestBody RefusalRequest request,
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return decide(id, new QueueDecision.Word(false, request.reason().strip(), caller, version(token)));
    }

    private static @Nullable Long version(Jwt token) {
        return token.getClaim(VERSION) instanceof Number version ? version.longValue() : null;
    }

    private ResponseEntity<?> decide(long id, QueueDecision.Word word) {
        return switch (queueDecision.queue(id, word)) {
            case QueueDecision.Outcome.Asked(var decision) ->
                ResponseEntity.accepted()
                        .location(URI.create("/v1/intakes/" + id + "/decision"))
                        .body(response(decision));
            case QueueDecision.Outcome.NoSuchFile() -> problem(NOT_FOUND, "intake.unknown");
            case QueueDecision.Outcome.NothingOpen() -> problem(CONFLICT, "intake.nothing-open");
            case QueueDecision.Outcome.BeingRead() -> problem(CONFLICT, "intake.at-work");
            case QueueDecision.Outcome.AtWork() -> problem(CONFLICT, "intake.being-decided");
        };
    }

    @Operation(summary = "How far the last decision about all proposals of a file has come")
    @GetMapping("/v1/intakes/{id}/decision")
    ResponseEntity<?> decision(@PathVariable long id, @Subtree Scope scope) {
        if (files.find(id, scope) == ProposedFiles.Known.NOT_SEEN) return problem(NOT_FOUND, "intake.unknown");
        return decisions
                .last(id)
                .<ResponseEntity<?>>map(decision -> ResponseEntity.ok(response(decision)))
                .orElseGet(() -> problem(NOT_FOUND, "intake.undecided"));
    }

    @Operation(summary = "The proposals that the last decision about a file had to leave open, and why")
    @GetMapping("/v1/intakes/{id}/decision/left")
    ResponseEntity<?> left(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        if (files.find(id, scope) == ProposedFiles.Known.NOT_SEEN) return problem(NOT_FOUND, "intake.unknown");
        var decision = decisions.last(id);
        if (decision.isEmpty()) return problem(NOT_FOUND, "intake.undecided");
        var last = Cursor.parse(cursor, 1);
        long after = last == null ? 0 : last.number(0);
        if (after < 0 || after > Integer.MAX_VALUE) return problem(BAD_REQUEST, "cursor.invalid");
        var page = Page.of(
                decisions.left(decision.get().id(), after, limit + 1), limit, (Rejection why) -> Cursor.of(why.line()));
        return ResponseEntity.ok(page.map(this::response));
    }

    private DecisionResponse response(Decision decision) {
        String problem = decision.problem();
        return DecisionResponse.of(decision, problem == null ? null : stopped(Rejection.of(0, "", problem)));
    }

    private StopResponse stopped(Rejection why) {
        return new StopResponse(why.problem(), texts.text(why, Locale.CHINESE), texts.text(why, Locale.ENGLISH));
    }

    private LeftResponse response(Rejection why) {
        return new LeftResponse(
                why.line(), why.problem(), texts.text(why, Locale.CHINESE), texts.text(why, Locale.ENGLISH));
    }
}
