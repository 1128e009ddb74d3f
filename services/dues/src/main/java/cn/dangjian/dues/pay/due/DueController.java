package cn.dangjian.dues.pay.due;

import static cn.dangjian.dues.pay.due.DueRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.pay.due.DueRefusal.NO_FILE;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.Dues.MonthDue;
import cn.dangjian.dues.pay.due.Explain.Explanation;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.dues.roll.StayTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Self;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member owes, and why. */
@Tag(name = "dues 应交党费")
@RestController
class DueController {

    private final Dues dues;
    private final Explain explain;
    private final RollTable payers;
    private final StayTable stays;
    private final Days days;

    DueController(Dues dues, Explain explain, RollTable payers, StayTable stays, Days days) {
        this.dues = dues;
        this.explain = explain;
        this.payers = payers;
        this.stays = stays;
        this.days = days;
    }

    /** @param paid what of it is paid: payments settle the oldest month first */
    record MonthView(YearMonth month, Yuan due, Yuan paid) {}

    /**
     * @param open what he owes; negative if he has paid ahead
     * @param paidUntil the last month up to which nothing is open; null if the first one is
     */
    record DuesView(long member, Yuan open, @Nullable YearMonth paidUntil, List<MonthView> months) {}

    @Operation(
            summary = "What a member owes, month by month, and what of it is paid",
            description = "Also for the branch where he stays, while he does (R-08).")
    @GetMapping("/v1/members/{id}/dues")
    DuesView dues(@PathVariable long id, @Subtree Scope scope) {
        boolean staysHere = stays.find(id, days.today(), scope).isPresent();
        MEMBER_UNKNOWN.when(!staysHere && payers.find(id, scope).isEmpty());
        return view(id);
    }

    @Operation(summary = "Why a member owes what he owes of a month (为什么是这个数)")
    @GetMapping("/v1/members/{id}/dues/{month}")
    Explanation explanation(@PathVariable long id, @PathVariable YearMonth month, @Subtree Scope scope) {
        MEMBER_UNKNOWN.when(payers.find(id, scope).isEmpty());
        return explain.of(id, month);
    }

    @Operation(summary = "What the caller owes himself (我的党费)")
    @GetMapping("/v1/me/dues")
    DuesView own(Self self) {
        return view(payers.ofAccount(self.account()).orElseThrow(NO_FILE));
    }

    @Operation(summary = "Why the caller owes what he owes of a month")
    @GetMapping("/v1/me/dues/{month}")
    Explanation ownExplanation(@PathVariable YearMonth month, Self self) {
        return explain.of(payers.ofAccount(self.account()).orElseThrow(NO_FILE), month);
    }

    private DuesView view(long member) {
        var months = dues.months(member);
        var settled = months.stream()
                .takeWhile(month -> !month.isOpen())
                .reduce((before, after) -> after)
                .map(MonthDue::month);
        return new DuesView(
                member,
                new Yuan(dues.owed(member).open()),
                settled.orElse(null),
                months.stream()
                        .map(month -> new MonthView(month.month(), new Yuan(month.due()), new Yuan(month.paid())))
                        .toList());
    }
}
