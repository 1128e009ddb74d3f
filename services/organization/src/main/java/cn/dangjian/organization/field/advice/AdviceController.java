package cn.dangjian.organization.field.advice;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what the rules advise today, how much of it where, and that a superior has seen it. */
@Tag(name = "advice 设置建议")
@RestController
class AdviceController {

    private final AdviceViews views;
    private final AcknowledgeAdvice acknowledgeAdvice;
    private final Directory directory;

    AdviceController(AdviceViews views, AcknowledgeAdvice acknowledgeAdvice, Directory directory) {
        this.views = views;
        this.acknowledgeAdvice = acknowledgeAdvice;
        this.directory = directory;
    }

    record AcknowledgeRequest(
            @NotNull Subject subject,
            @NotNull Long subjectId,
            @NotNull Kind advice,
            @NotBlank @Size(max = 500) String note) {}

    @Operation(summary = "Advice about a unit and all below, in the order of the tree")
    @GetMapping("/v1/advice")
    ResponseEntity<?> advice(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable Kind advice,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope,
            Locale locale) {
        var wanted = scope;
        if (unit != null) {
            var found = directory.find(unit, scope);
            if (found.isEmpty()) return problem(NOT_FOUND, "advice.unit-unknown");
            wanted = scope.below(found.get());
        }
        var filter = new AdviceViews.Filter(level, advice, limit, locale);
        return ResponseEntity.ok(views.page(filter, Cursor.parse(cursor, 2), wanted));
    }

    @Operation(
            summary = "How much is advised: about a unit and all below, about itself, and below each of its children")
    @GetMapping("/v1/advice/counts")
    ResponseEntity<?> counts(
            @RequestParam(required = false) @Nullable UnitId unit, @Subtree(lines = true) Scope scope, Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "advice.unit-unknown");
        return ResponseEntity.ok(views.counts(found.get(), scope));
    }

    @Operation(summary = "Say that an advice was seen, and what is thought of it (知悉)")
    @Idempotent
    @PostMapping("/v1/advice/acknowledgements")
    ResponseEntity<?> acknowledge(@Valid @RequestBody AcknowledgeRequest request, Caller caller) {
        var plan = new AcknowledgeAdvice.Plan(
                request.subject(),
                request.subjectId(),
                request.advice(),
                request.note().strip());
        return switch (acknowledgeAdvice.acknowledge(plan, caller)) {
            case AcknowledgeAdvice.Outcome.Acknowledged() ->
                ResponseEntity.noContent().build();
            case AcknowledgeAdvice.Outcome.NoSuchAdvice() -> problem(NOT_FOUND, "advice.unknown");
            case AcknowledgeAdvice.Outcome.NotSuperior() -> problem(FORBIDDEN, "advice.not-superior");
        };
    }
}
