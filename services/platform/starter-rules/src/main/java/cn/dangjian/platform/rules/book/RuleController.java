package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.SetRule.SettingRequest;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what holds for the caller's unit, where that is written, and setting it differently. */
@Tag(name = "rules 规则")
@RestController
class RuleController {

    private final RuleRows rows;
    private final Rulebook rulebook;
    private final SetRule setRule;

    RuleController(RuleRows rows, Rulebook rulebook, SetRule setRule) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.setRule = setRule;
    }

    /** @param value what holds for the caller's unit; {@code regulation} what holds where nobody has set another */
    record RuleResponse(
            String rule,
            @Nullable BigDecimal value,
            @Nullable BigDecimal regulation,
            String measure,
            LocalDate since,
            String source,
            String certainty,
            String note) {}

    @Operation(summary = "The rules that hold for the caller's unit on a day, with their sources")
    @GetMapping("/v1/rules")
    List<RuleResponse> rules(@RequestParam(required = false) @Nullable LocalDate day, Desk desk) {
        var on = day == null ? desk.today() : day;
        var rules = rulebook.on(on);
        return rows.on(on).stream()
                .map(rule -> new RuleResponse(
                        rule.name(),
                        rules.find(rule.name(), desk.unit().path()).orElse(null),
                        rule.value(),
                        rule.measure(),
                        rule.since(),
                        rule.source(),
                        rule.certainty(),
                        rule.note()))
                .toList();
    }

    @Operation(summary = "Set a rule's value for the caller's subtree from a day on (另行规定)")
    @Idempotent
    @PostMapping("/v1/rules/{rule}/settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> set(@PathVariable String rule, @Valid @RequestBody SettingRequest request, Desk desk) {
        setRule.set(rule, request, desk);
        return ResponseEntity.noContent().build();
    }
}
