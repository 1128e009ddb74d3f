package cn.dangjian.dues.pay.due;

import cn.dangjian.dues.book.ledger.LedgerTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Other rooms ask here what somebody owes. What is paid settles the oldest month first. */
@Service
public class Dues {

    private final DueQueries queries;
    private final LedgerTable ledger;

    Dues(DueQueries queries, LedgerTable ledger) {
        this.queries = queries;
        this.ledger = ledger;
    }

    /**
     * @param open what he owes; negative if he has paid more
     * @param monthly what he owes of the latest month that was billed
     */
    public record Owed(long open, long monthly) {}

    /** One month: what is owed of it, and what of that is paid. */
    public record MonthDue(YearMonth month, long due, long paid) {

        public boolean isOpen() {
            return paid < due;
        }
    }

    public Owed owed(long member) {
        var months = queries.listMonths(member);
        long due = months.stream().mapToLong(DueQueries.MonthSum::fen).sum();
        long monthly = months.isEmpty() ? 0 : months.getLast().fen();
        return new Owed(due - ledger.paid(member), monthly);
    }

    /** All months that were billed, the oldest first. */
    public List<MonthDue> months(long member) {
        long left = ledger.paid(member);
        var months = new ArrayList<MonthDue>();
        for (var month : queries.listMonths(member)) {
            long paid = Math.max(0, Math.min(left, month.fen()));
            months.add(new MonthDue(YearMonth.from(month.month()), month.fen(), paid));
            left -= paid;
        }
        return months;
    }
}
