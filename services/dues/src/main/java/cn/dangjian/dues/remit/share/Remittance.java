package cn.dangjian.dues.remit.share;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.share.ShareQueries.Month;
import cn.dangjian.dues.remit.share.ShareQueries.Now;
import cn.dangjian.dues.remit.share.ShareQueries.Payer;
import cn.dangjian.dues.remit.share.ShareTerms.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands with the one above, over some years. What was sent settles the oldest part first; what was collected in a
 * part is shared once, rounded once.
 *
 * @param due what it should pass on of all that was collected; null where the province has set no share
 * @param open what of that it has not sent; negative if it has sent more
 * @param overdue what it should have sent by now and has not; null if there is no share or no day
 * @param overdueSince the first day on which it was too late
 * @param received what has arrived of what it sent, also later
 * @param underway what it has sent and nobody has received
 * @param differences what it has sent, and nobody knows where it is
 * @param holds the money that it holds
 */
public record Remittance(
        long unit,
        String unitName,
        Yuan collected,
        @Nullable Yuan due,
        Yuan sent,
        Yuan received,
        @Nullable Yuan open,
        @Nullable Yuan overdue,
        @Nullable LocalDate overdueSince,
        Yuan underway,
        Yuan differences,
        Yuan holds,
        List<Part> parts) {

    /**
     * Months that are passed on at once.
     *
     * @param percent of what was collected; null where the province has set none
     * @param source who says so
     * @param dueOn the last day on which it is in time; null where the province has set none
     * @param dueSource who says so
     * @param open what of it is not sent, what was sent counted for the oldest part first
     */
    public record Part(
            YearMonth from,
            YearMonth to,
            Yuan collected,
            @Nullable BigDecimal percent,
            String source,
            @Nullable Yuan due,
            @Nullable LocalDate dueOn,
            String dueSource,
            @Nullable Yuan open) {}

    static Remittance of(Payer payer, List<Term> terms, List<Month> months, Now now, LocalDate today) {
        long sent = months.stream().mapToLong(Month::sent).sum();
        long left = sent;
        Long due = null;
        Long late = null;
        LocalDate since = null;
        var parts = new ArrayList<Part>();
        for (var term : terms) {
            long collected = collected(months, term);
            var share = term.share(collected);
            Long open = null;
            if (share != null) {
                // what was collected may be less than what was given back
                long settled = Math.min(left, Math.max(share, 0));
                left -= settled;
                open = share - settled;
                due = (due == null ? 0 : due) + share;
                var dueOn = term.dueOn();
                if (dueOn != null) {
                    boolean isLate = dueOn.isBefore(today) && open > 0;
                    late = (late == null ? 0 : late) + (isLate ? open : 0);
                    if (isLate && since == null) since = dueOn.plusDays(1);
                }
            }
            parts.add(new Part(
                    term.from(),
                    term.to(),
                    new Yuan(collected),
                    term.percent(),
                    term.source(),
                    yuan(share),
                    term.dueOn(),
                    term.dueSource(),
                    yuan(open)));
        }
        return new Remittance(
                payer.id(),
                payer.name(),
                new Yuan(months.stream().mapToLong(Month::collected).sum()),
                yuan(due),
                new Yuan(sent),
                new Yuan(months.stream().mapToLong(Month::received).sum()),
                due == null ? null : new Yuan(due - sent),
                yuan(late),
                since,
                new Yuan(now.underway()),
                new Yuan(now.differences()),
                new Yuan(now.holds()),
                parts);
    }

    private static long collected(List<Month> months, Term term) {
        return months.stream()
                .filter(month -> !month.month().isBefore(term.from().atDay(1))
                        && !month.month().isAfter(term.to().atDay(1)))
                .mapToLong(Month::collected)
                .sum();
    }

    private static @Nullable Yuan yuan(@Nullable Long fen) {
        return fen == null ? null : new Yuan(fen);
    }
}
