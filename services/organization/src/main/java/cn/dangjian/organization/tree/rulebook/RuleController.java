package cn.dangjian.organization.tree.rulebook;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what holds for the caller's unit, where that is written, and setting it differently. */
@Tag(name = "rules 规则")
@RestController
class RuleController {

    private final RuleRows rows;
    private final Rulebook rulebook;
    private final SetRule setRule;
    private final Directory directory;
    private final Days days;

    RuleController(RuleRows rows, Rulebook rulebook, SetRule setRule, Directory directory, Days days) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.setRule = setRule;
        this.directory = directory;
        this.days = days;
    }

    /** @param value what holds for the caller's unit; {@code regulation} what holds where nobody has set another */
    record RuleResponse(
            String rule,
            @Nullable BigDecimal value,
            @Nullable BigDecimal regulation,
            String measure,
            LocalDate since,
            String source,
            String note) {}

    record SettingRequest(
            @NotNull LocalDate since,

            @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 4)
            BigDecimal value,

            @NotBlank @Size(max = 100) String document) {}

    @Operation(summary = "The rules that hold for the caller's unit on a day, with their sources")
    @GetMapping("/v1/rules")
    List<RuleResponse> rules(@RequestParam(required = false) @Nullable LocalDate day, Caller caller) {
        var on = day == null ? days.today() : day;
        var rules = rulebook.on(on);
        String path = directory.unitOf(caller).path();
        return rows.on(on).stream()
                .map(rule -> new RuleResponse(
                        rule.name(),
                        rules.find(rule.name(), path).orElse(null),
                        rule.value(),
                        rule.measure(),
                        rule.since(),
                        rule.source(),
                        rule.note()))
                .toList();
    }

    @Operation(summary = "Set a rule's value for the caller's subtree from a day on (另行规定)")
    @Idempotent
    @PostMapping("/v1/rules/{rule}/settings")
    ResponseEntity<?> set(@PathVariable String rule, @Valid @RequestBody SettingRequest request, Caller caller) {
        var plan = new SetRule.Plan(
                rule, request.since(), request.value(), request.document().strip());
        return switch (setRule.set(plan, caller)) {
            case SetRule.Outcome.Done() -> ResponseEntity.noContent().build();
            case SetRule.Outcome.NoSuchRule() -> problem(NOT_FOUND, "rule.unknown");
            case SetRule.Outcome.NotYours() -> problem(FORBIDDEN, "rule.not-yours");
            case SetRule.Outcome.Past(var today) -> problem(UNPROCESSABLE_CONTENT, "rule.past", today.toString());
        };
    }
}
