package cn.dangjian.dues.remit.handover;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 应上缴: what of the dues that were collected at and below a unit it passes on; computed of what was booked, never typed. */
@Service
class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int TEN_THOUSANDTHS = 1_000_000;

    private final HandoverTable handovers;
    private final LedgerTable ledger;
    private final Rulebook rulebook;

    Shares(HandoverTable handovers, LedgerTable ledger, Rulebook rulebook) {
        this.handovers = handovers;
        this.ledger = ledger;
        this.rulebook = rulebook;
    }

    /**
     * Where a unit stands with the one above.
     *
     * @param percent of what was collected; null where the province has set none
     * @param source who says so
     * @param due what it should pass on, rounded once, half a fen and more up; null without a percentage
     * @param open what of that it has not sent; negative if it has sent more
     * @param underway what it has sent and nobody has received
     * @param holds the money that it holds
     */
    record Share(
            long unit,
            String unitName,
            YearMonth from,
            YearMonth to,
            Yuan collected,
            @Nullable BigDecimal percent,
            String source,
            @Nullable Yuan due,
            Yuan sent,
            Yuan received,
            @Nullable Yuan open,
            Yuan underway,
            Yuan holds) {}

    Share of(Unit unit, YearMonth from, YearMonth to) {
        var rules = rulebook.on(to.atDay(1));
        String rule = "dues.share." + unit.tier().name().toLowerCase(Locale.ROOT);
        var percent = rules.find(rule, unit.path()).orElse(null);
        long collected = handovers.collected(from.atDay(1), to.atDay(1), Scope.subtree(unit.path()));
        var sums = handovers.sums(unit, Fund.DUES, from.atDay(1), to.atDay(1));
        var due = percent == null ? null : new Yuan(part(collected, percent));
        return new Share(
                unit.id().value(),
                unit.name(),
                from,
                to,
                new Yuan(collected),
                percent,
                rules.source(rule, unit.path()),
                due,
                new Yuan(sums.sent()),
                new Yuan(sums.received()),
                due == null ? null : new Yuan(due.fen() - sums.sent()),
                new Yuan(ledger.balance(Account.transit(unit.id().value()), Fund.DUES)),
                new Yuan(ledger.balance(Account.cash(unit.id().value()), Fund.DUES)));
    }

    /** Multiplied first, divided last. */
    static long part(long fen, BigDecimal percent) {
        long tenThousandths = percent.multiply(BigDecimal.valueOf(TEN_THOUSANDTHS))
                .divide(HUNDRED)
                .longValueExact();
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(fen, tenThousandths), TEN_THOUSANDTHS / 2), TEN_THOUSANDTHS);
    }
}
