package cn.dangjian.organization.people.term;

import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;

import cn.dangjian.organization.people.term.ShiftTerm.ShiftRequest;
import cn.dangjian.organization.people.term.TermQueries.Counts;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading which terms are due, and moving a due day by approval. */
@Tag(name = "terms 届次")
@RestController
class TermController {

    private final TermQueries queries;
    private final TermRules rules;
    private final ShiftTerm shiftTerm;

    TermController(TermQueries queries, TermRules rules, ShiftTerm shiftTerm) {
        this.queries = queries;
        this.rules = rules;
        this.shiftTerm = shiftTerm;
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

    @Operation(summary = "Terms that serve, by the day on which they are due")
    @GetMapping("/v1/terms")
    Page<TermResponse> terms(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var top = top(unit, desk);
        var warnings = rules.warnings(top.path());
        var rows = queries.list(dueBefore, slice, desk.scope().below(top));
        return slice.page(rows, due -> Cursor.of(due.dueOn().toEpochDay(), due.id()))
                .map(due -> TermResponse.of(due, desk.today(), warnings));
    }

    @Operation(summary = "How many terms are running, expiring, extended and expired below each unit of a tier")
    @GetMapping("/v1/terms/summary")
    Page<Counts> summary(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam Tier tier,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var top = top(unit, desk);
        var counting = new TermQueries.Counting(desk.today(), rules.warnings(top.path()));
        var rows = queries.count(tier, counting, slice, desk.scope().below(top));
        return slice.inTree(rows, Counts::path, row -> row.unit().value());
    }

    @Operation(summary = "Bring a term's end forward or put it off, by an approval (提前或延期换届)")
    @Idempotent
    @PostMapping("/v1/terms/{id}/due-day")
    ResponseEntity<Session> shift(
            @PathVariable long id, Seen seen, @Valid @RequestBody ShiftRequest request, Desk desk) {
        return Reply.ok(shiftTerm.shift(id, request, seen, desk));
    }

    private static Unit top(@Nullable UnitId unit, Desk desk) {
        return desk.asked(unit).filter(found -> !found.isAbolished()).orElseThrow(UNKNOWN);
    }
}
