package cn.dangjian.dues.book.ledger;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books are right. */
@Tag(name = "ledger 总账")
@RestController
class TrialController {

    private final TrialQueries trialQueries;

    TrialController(TrialQueries trialQueries) {
        this.trialQueries = trialQueries;
    }

    record SumView(Fund fund, Account.Sort account, Yuan debit, Yuan credit, Yuan balance) {}

    record WrongView(long posting, String what) {}

    /** @param balanced whether both sides of all accounts have the same sum and nothing is wrong */
    record TrialView(boolean balanced, List<SumView> sums, List<WrongView> wrong) {}

    @Operation(summary = "The trial balance of all books (试算平衡)")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    @GetMapping("/v1/trial-balance")
    public TrialView trial(Administrator administrator) {
        var sums = trialQueries.sums();
        var wrong = trialQueries.listWrong();
        long debit = sums.stream().mapToLong(TrialQueries.Sum::debit).sum();
        long credit = sums.stream().mapToLong(TrialQueries.Sum::credit).sum();
        return new TrialView(
                debit == credit && wrong.isEmpty(),
                sums.stream().map(TrialController::view).toList(),
                wrong.stream()
                        .map(one -> new WrongView(one.posting(), one.what()))
                        .toList());
    }

    private static SumView view(TrialQueries.Sum sum) {
        return new SumView(
                sum.fund(),
                sum.sort(),
                new Yuan(sum.debit()),
                new Yuan(sum.credit()),
                new Yuan(sum.debit() - sum.credit()));
    }
}
