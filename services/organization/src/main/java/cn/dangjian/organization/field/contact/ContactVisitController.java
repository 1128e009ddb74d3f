package cn.dangjian.organization.field.contact;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Problem;
import cn.dangjian.organization.field.contact.ContactVisitRepository.Visit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: the visit log and the problems found. */
@Tag(name = "contact points 联系点")
@RestController
class ContactVisitController {

    private final LogVisit logVisit;
    private final ContactVisitRepository visits;

    ContactVisitController(LogVisit logVisit, ContactVisitRepository visits) {
        this.logVisit = logVisit;
        this.visits = visits;
    }

    /** @param days whole or half days, one after the other from {@code day} on */
    record VisitRequest(
            @Positive long leader,
            @NotNull UnitId unit,
            @NotNull LocalDate day,

            @NotNull @DecimalMin("0.5") @DecimalMax("31") @Digits(integer = 2, fraction = 1)
            BigDecimal days,

            @NotBlank @Size(max = 1000) String found,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> problems) {}

    record SolutionRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 500) String solution) {}

    record VisitResponse(
            long id,
            long leader,
            String name,
            UnitId unit,
            String unitName,
            LocalDate day,
            BigDecimal days,
            String found,
            int problems,
            int unsolved) {}

    record DetailResponse(VisitResponse visit, List<Problem> problems) {}

    @Operation(summary = "Write down a visit (走访记录); by the official or the office")
    @Idempotent
    @PostMapping("/v1/contact-visits")
    ResponseEntity<?> log(@Valid @RequestBody VisitRequest request, Caller caller) {
        var halves = request.days().multiply(BigDecimal.TWO);
        if (halves.stripTrailingZeros().scale() > 0) return problem(UNPROCESSABLE_CONTENT, "contact.not-half-days");
        var plan = new LogVisit.Plan(
                request.leader(),
                request.unit(),
                request.day(),
                halves.intValueExact(),
                request.found().strip(),
                request.problems() == null ? List.of() : request.problems());
        return answer(HttpStatus.CREATED, logVisit.log(plan, caller));
    }

    @Operation(summary = "Say how a problem was solved")
    @Idempotent
    @PostMapping("/v1/contact-visits/{id}/problems/{number}/solution")
    ResponseEntity<?> solve(
            @PathVariable long id,
            @PathVariable int number,
            @Valid @RequestBody SolutionRequest request,
            Caller caller) {
        return answer(HttpStatus.OK, logVisit.solve(id, number, request.day(), request.solution(), caller));
    }

    @Operation(summary = "Visits to units of the subtree, in the order of the tree")
    @GetMapping("/v1/contact-visits")
    Page<VisitResponse> visits(
            @RequestParam(required = false) @Nullable Long leader,
            @RequestParam(defaultValue = "false") boolean unsolved,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        return Page.of(
                        visits.list(scope, leader, unsolved, path, id, limit + 1),
                        limit,
                        visit -> Cursor.of(visit.path(), visit.id()))
                .map(ContactVisitController::response);
    }

    @Operation(summary = "A visit with the problems found")
    @GetMapping("/v1/contact-visits/{id}")
    ResponseEntity<?> visit(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = visits.find(id, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "contact.visit-unknown");
        return ResponseEntity.ok(new DetailResponse(response(found.get()), visits.listProblems(id)));
    }

    private static ResponseEntity<?> answer(HttpStatus status, LogVisit.Outcome outcome) {
        return switch (outcome) {
            case LogVisit.Outcome.Logged(var visit) ->
                ResponseEntity.status(status).body(Map.of("id", visit));
            case LogVisit.Outcome.NoSuchLeader() -> problem(NOT_FOUND, "contact.leader-unknown");
            case LogVisit.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case LogVisit.Outcome.NoSuchVisit() -> problem(NOT_FOUND, "contact.visit-unknown");
            case LogVisit.Outcome.NoSuchProblem() -> problem(NOT_FOUND, "contact.problem-unknown");
            case LogVisit.Outcome.SolvedAlready() -> problem(CONFLICT, "contact.solved-already");
            case LogVisit.Outcome.BeforeTheVisit() -> problem(UNPROCESSABLE_CONTENT, "contact.before-the-visit");
            case LogVisit.Outcome.DayAhead(var today) ->
                problem(UNPROCESSABLE_CONTENT, "contact.day-ahead", today.toString());
        };
    }

    private static VisitResponse response(Visit visit) {
        return new VisitResponse(
                visit.id(),
                visit.leader(),
                visit.name(),
                visit.unit(),
                visit.unitName(),
                visit.day(),
                BigDecimal.valueOf(visit.halves() * 5L, 1),
                visit.found(),
                visit.problems(),
                visit.unsolved());
    }
}
