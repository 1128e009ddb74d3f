package cn.dangjian.dues.remit.share;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.share.ShareQueries.Month;
import cn.dangjian.dues.remit.share.ShareQueries.Now;
import cn.dangjian.dues.remit.share.ShareQueries.Payer;
import cn.dangjian.dues.remit.share.ShareTerms.Term;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 应上缴: what of the dues that were collected at and below a unit it passes on; computed of what was booked, never typed. */
@Service
public class Shares {

    private final ShareQueries queries;
    private final LedgerTable ledger;
    private final Directory directory;
    private final Rulebook rulebook;

    Shares(ShareQueries queries, LedgerTable ledger, Directory directory, Rulebook rulebook) {
        this.queries = queries;
        this.ledger = ledger;
        this.directory = directory;
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
        var payer = Payer.of(unit);
        var term = new ShareTerms(rulebook).any(unit.tier(), unit.path(), from, to);
        var months = queries.listMonths(List.of(payer), from.atDay(1), to.atDay(1));
        long collected = months.stream().mapToLong(Month::collected).sum();
        long sent = months.stream().mapToLong(Month::sent).sum();
        var due = term.share(collected);
        return new Share(
                payer.id(),
                payer.name(),
                from,
                to,
                new Yuan(collected),
                term.percent(),
                term.source(),
                due == null ? null : new Yuan(due),
                new Yuan(sent),
                new Yuan(months.stream().mapToLong(Month::received).sum()),
                due == null ? null : new Yuan(due - sent),
                new Yuan(ledger.balance(Account.transit(payer.id()), Fund.DUES)),
                new Yuan(ledger.balance(Account.cash(payer.id()), Fund.DUES)));
    }

    /** Where a unit stands with the one above, over some years. */
    public Remittance of(Unit unit, Year from, Year to, LocalDate today) {
        return list(List.of(Payer.of(unit)), from, to, today).getFirst();
    }

    /** Where the organisations directly below a unit stand with it. */
    List<Remittance> below(Unit unit, Year from, Year to, LocalDate today, Scope scope) {
        return list(queries.listChildren(directory.asParents(unit.id()), scope), from, to, today);
    }

    private List<Remittance> list(List<Payer> payers, Year from, Year to, LocalDate today) {
        var months = queries.listMonths(payers, from.atDay(1), to.atMonth(12).atDay(1)).stream()
                .collect(Collectors.groupingBy(Month::unit));
        var now = queries.listNow(payers).stream().collect(Collectors.toMap(Now::unit, one -> one));
        var terms = new ShareTerms(rulebook);
        return payers.stream()
                .map(payer -> Remittance.of(
                        payer,
                        terms(payer, from, to, terms),
                        months.getOrDefault(payer.id(), List.of()),
                        now.getOrDefault(payer.id(), new Now(payer.id(), 0, 0, 0)),
                        today))
                .toList();
    }

    private static List<Term> terms(Payer payer, Year from, Year to, ShareTerms terms) {
        return IntStream.rangeClosed(from.getValue(), to.getValue())
                .boxed()
                .flatMap(year -> terms.of(payer.tier(), payer.path(), year).stream())
                .toList();
    }
}
