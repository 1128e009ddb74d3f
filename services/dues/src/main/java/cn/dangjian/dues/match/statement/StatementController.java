package cn.dangjian.dues.match.statement;

import static cn.dangjian.dues.match.statement.StatementRefusal.NOT_COUNTY;
import static cn.dangjian.dues.match.statement.StatementRefusal.NOT_OPEN_HERE;
import static cn.dangjian.dues.match.statement.StatementRefusal.WRONG_DAY;

import cn.dangjian.dues.match.statement.StatementTable.Due;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.provider.PaymentProvider;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lists that are held against the books. */
@Tag(name = "reconciliation 对账")
@RestController
class StatementController {

    private final StatementTable statements;
    private final PaymentProvider provider;

    StatementController(StatementTable statements, PaymentProvider provider) {
        this.statements = statements;
        this.provider = provider;
    }

    /** @param amount what was paid less what went back */
    record SumView(Source source, int lines, Yuan amount) {}

    /**
     * @param fetched whether the provider's list is there
     * @param problem why it is not: SILENT, NOT_YET, or what is wrong with it
     */
    record StatementView(
            LocalDate day, boolean fetched, @Nullable String problem, List<SumView> sums) {}

    @Operation(summary = "Which lists of a day are there, and their sums at and below the caller's unit")
    @GetMapping("/v1/statements")
    StatementView statements(@RequestParam LocalDate day, @Subtree Scope scope) {
        var sums = statements.list(day, scope).stream()
                .map(sum -> new SumView(sum.source(), sum.lines(), new Yuan(sum.fen())))
                .toList();
        return new StatementView(
                day,
                statements.isThere(day),
                statements.findDue(day).map(Due::problem).orElse(null),
                sums);
    }

    @Operation(summary = "Have the provider's list of a day fetched, or fetched again")
    @PostMapping("/v1/statements")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void fetch(@RequestParam LocalDate day, Desk desk) {
        NOT_OPEN_HERE.unless(provider.isOpen());
        NOT_COUNTY.when(desk.isBelow(Tier.COUNTY));
        WRONG_DAY.when(day.isAfter(desk.today()) || day.isBefore(desk.today().minusYears(1)));
        statements.due(day, desk.subject(), desk.now());
    }
}
