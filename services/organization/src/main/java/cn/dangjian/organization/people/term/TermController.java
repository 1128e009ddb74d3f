package cn.dangjian.organization.people.term;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading which terms are due, and moving a due day by approval. */
@Tag(name = "terms 届次")
@RestController
class TermController {

    private static final Cursor START = Cursor.of(-1, 0);

    private final TermQueries queries;
    private final TermRules rules;
    private final ShiftTerm shiftTerm;
    private final Appointer appointer;

    TermController(TermQueries queries, TermRules rules, ShiftTerm shiftTerm, Appointer appointer) {
        this.queries = queries;
        this.rules = rules;
        this.shiftTerm = shiftTerm;
        this.appointer = appointer;
    }

    /** @param warning the warning that counts today, in days; null before the first one */
    record TermResponse(
            long id,
            UnitId unit,
            String name,
            Tier tier,
            int number,
            LocalDate startedOn,
            LocalDate regularlyDueOn,
            LocalDate dueOn,
            long daysLeft,
            Session.Status status,
            @Nullable Integer warning) {

        static TermResponse of(TermQueries.Due due, LocalDate today, Warnings warnings) {
            var session = due.session();
            return new TermResponse(
                    due.id(),
                    due.unitId(),
                    due.name(),
                    due.tier(),
                    due.number(),
                    due.startedOn(),
                    session.regularlyDueOn(),
                    due.dueOn(),
                    ChronoUnit.DAYS.between(today, due.dueOn()),
                    session.status(today, warnings),
                    warnings.of(due.dueOn(), today));
        }
    }

    record ShiftRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 100) String document) {}

    @Operation(summary = "Terms that serve, by the day on which they are due")
    @GetMapping("/v1/terms")
    ResponseEntity<?> terms(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var top = appointer.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (top.isEmpty()) return problem(NOT_FOUND, "team.unknown");

        var warnings = rules.warnings(top.get().path());
        var last = Cursor.parse(cursor, 2);
        var rows = queries.list(scope.below(top.get()), dueBefore, after(last == null ? START : last), limit + 1);
        var page = Page.of(rows, limit, due -> Cursor.of(due.dueOn().toEpochDay(), due.id()));
        return ResponseEntity.ok(page.map(due -> TermResponse.of(due, appointer.today(), warnings)));
    }

    @Operation(summary = "How many terms are running, expiring, extended and expired below each unit of a tier")
    @GetMapping("/v1/terms/summary")
    ResponseEntity<?> summary(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam Tier tier,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var top = appointer.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (top.isEmpty()) return problem(NOT_FOUND, "team.unknown");

        var last = Cursor.parse(cursor, 1);
        var counting = new TermQueries.Counting(
                appointer.today(), rules.warnings(top.get().path()));
        var rows = queries.count(scope.below(top.get()), tier, counting, last == null ? "" : last.string(0), limit + 1);
        return ResponseEntity.ok(Page.of(rows, limit, (TermQueries.Counts counts) -> Cursor.of(counts.path())));
    }

    @Operation(summary = "Bring a term's end forward or put it off, by an approval (提前或延期换届)")
    @Idempotent
    @PostMapping("/v1/terms/{id}/due-day")
    ResponseEntity<?> shift(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ShiftRequest request,
            Caller caller) {
        var plan = new ShiftTerm.Plan(id, request.dueOn(), request.document().strip(), ifMatch);
        return switch (shiftTerm.shift(plan, caller)) {
            case ShiftTerm.Outcome.Shifted(var session) ->
                ResponseEntity.ok().eTag(ETags.of(session.version())).body(session);
            case ShiftTerm.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    private static TermQueries.After after(Cursor cursor) {
        return new TermQueries.After(LocalDate.ofEpochDay(cursor.number(0)), cursor.number(1));
    }
}
