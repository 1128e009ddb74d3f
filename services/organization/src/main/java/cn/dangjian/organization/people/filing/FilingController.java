package cn.dangjian.organization.people.filing;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.filing.DecideFiling.Step;
import cn.dangjian.organization.tree.rule.Departments;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposing village secretaries, and the county's file. */
@Tag(name = "filings 备案")
@RestController
class FilingController {

    private final ProposeSecretary proposeSecretary;
    private final DecideFiling decideFiling;
    private final FilingRepository filings;
    private final Departments departments;
    private final Clerks clerks;

    FilingController(
            ProposeSecretary proposeSecretary,
            DecideFiling decideFiling,
            FilingRepository filings,
            Departments departments,
            Clerks clerks) {
        this.proposeSecretary = proposeSecretary;
        this.decideFiling = decideFiling;
        this.filings = filings;
        this.departments = departments;
        this.clerks = clerks;
    }

    record ProposalRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account) {}

    record ReviewRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String department,
            @NotNull Filing.Result result,
            @Nullable @Size(max = 500) String note) {}

    record FileRequest(@NotBlank @Size(max = 100) String document) {}

    record WithdrawRequest(@NotBlank @Size(max = 200) String reason) {}

    record ListedResponse(
            long id,
            UnitId village,
            String name,
            OffsetDateTime proposedAt,
            @Nullable OffsetDateTime filedAt,
            @Nullable OffsetDateTime withdrawnAt) {

        static ListedResponse of(Filing filing) {
            return new ListedResponse(
                    filing.id(),
                    filing.unitId(),
                    filing.name(),
                    filing.proposedAt(),
                    filing.filedAt(),
                    filing.withdrawnAt());
        }
    }

    record FilingResponse(
            long id,
            UnitId village,
            String name,
            @Nullable Long account,
            Filing.State state,
            @Nullable OffsetDateTime filedAt,
            List<Filing.Review> reviews,
            List<Filing.Change> changes,
            long version) {}

    @Operation(summary = "Propose a village's secretary (提名)")
    @Idempotent
    @PostMapping("/v1/units/{id}/filings")
    ResponseEntity<?> propose(@PathVariable UnitId id, @Valid @RequestBody ProposalRequest request, Caller caller) {
        var plan = new ProposeSecretary.Plan(id, request.name().strip(), request.account());
        return switch (proposeSecretary.propose(plan, caller)) {
            case ProposeSecretary.Outcome.Proposed(var filing) -> answer(CREATED, filing, caller);
            case ProposeSecretary.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "filing.unknown");
            case ProposeSecretary.Outcome.NotTownship() -> problem(FORBIDDEN, "filing.not-township");
            case ProposeSecretary.Outcome.Open() -> problem(CONFLICT, "filing.open");
        };
    }

    @Operation(summary = "Write down what a department said (联审)")
    @Idempotent
    @PostMapping("/v1/filings/{id}/reviews")
    ResponseEntity<?> review(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReviewRequest request,
            Caller caller) {
        return decide(id, new Step.Review(request.department(), request.result(), request.note()), ifMatch, caller);
    }

    @Operation(summary = "Put the secretary on file (备案)")
    @Idempotent
    @PostMapping("/v1/filings/{id}/file")
    ResponseEntity<?> file(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FileRequest request,
            Caller caller) {
        return decide(id, new Step.File(request.document().strip()), ifMatch, caller);
    }

    @Operation(summary = "Take a proposal back")
    @Idempotent
    @PostMapping("/v1/filings/{id}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WithdrawRequest request,
            Caller caller) {
        return decide(id, new Step.Withdraw(request.reason().strip()), ifMatch, caller);
    }

    @Operation(summary = "A filing with its reviews and its change log")
    @GetMapping("/v1/filings/{id}")
    ResponseEntity<?> filing(@PathVariable long id, Caller caller) {
        var found = clerks.scope(caller).flatMap(scope -> filings.find(id, scope));
        return found.isEmpty() ? problem(NOT_FOUND, "filing.unknown") : answer(OK, found.get(), caller);
    }

    @Operation(summary = "Filings, the newest first")
    @GetMapping("/v1/filings")
    ResponseEntity<?> filings(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        var rows = clerks.scope(caller)
                .map(scope -> filings.list(before, limit + 1, scope))
                .orElse(List.of());
        var page = Page.of(rows, limit, (Filing filing) -> Cursor.of(filing.id()));
        return ResponseEntity.ok(page.map(ListedResponse::of));
    }

    private ResponseEntity<?> decide(long id, Step step, @Nullable String ifMatch, Caller caller) {
        return switch (decideFiling.decide(id, step, ifMatch, caller)) {
            case DecideFiling.Outcome.Decided(var filing) -> answer(OK, filing, caller);
            case DecideFiling.Outcome.NoSuchFiling() -> problem(NOT_FOUND, "filing.unknown");
            case DecideFiling.Outcome.NotCounty() -> problem(FORBIDDEN, "filing.not-county");
            case DecideFiling.Outcome.NoSuchDepartment(var department) ->
                problem(UNPROCESSABLE_CONTENT, "filing.no-such-department", department);
            case DecideFiling.Outcome.NotReviewed() -> problem(CONFLICT, "filing.not-reviewed");
            case DecideFiling.Outcome.Closed() -> problem(CONFLICT, "filing.closed");
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Filing filing, Caller caller) {
        var scope = clerks.scope(caller).orElseThrow();
        var reviews = filings.listReviews(filing, scope);
        var body = new FilingResponse(
                filing.id(),
                filing.unitId(),
                filing.name(),
                filing.accountId(),
                filing.state(reviews, departments.required()),
                filing.filedAt(),
                reviews,
                filings.listChanges(filing, scope),
                filing.version());
        return ResponseEntity.status(status).eTag(ETags.of(filing.version())).body(body);
    }
}
