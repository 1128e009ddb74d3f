package cn.dangjian.dues.pay.due;

import cn.dangjian.dues.pay.due.Dues.MonthDue;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Other rooms ask here how much somebody may pay at once: what he owes, and so many months ahead and back. */
@Service
public class Ceiling {

    private static final String AHEAD = "dues.ahead.months";
    private static final String BACK = "dues.back.months";

    private final Dues dues;
    private final Rulebook rulebook;

    Ceiling(Dues dues, Rulebook rulebook) {
        this.dues = dues;
        this.rulebook = rulebook;
    }

    /**
     * How much.
     *
     * @param open of it, what he owes; never less than nothing
     * @param ahead how many months may be paid ahead
     */
    public record Most(long fen, long open, int ahead) {}

    public Most of(Payer payer, LocalDate day) {
        int ahead = rulebook.on(day).number(AHEAD, payer.path());
        var owed = dues.owed(payer.member());
        return new Most(owed.open() + owed.monthly() * ahead, Math.max(owed.open(), 0), ahead);
    }

    /**
     * A month that lies further back than may be paid.
     *
     * @param back how many months before the one of the payment may be paid
     * @param source the article
     */
    public record FarBack(YearMonth oldest, int back, String source) {}

    /** What is paid settles the oldest month first: that one, if it lies too far back. */
    public Optional<FarBack> farBack(Payer payer, LocalDate day) {
        var rules = rulebook.on(day);
        int back = rules.number(BACK, payer.path());
        var earliest = YearMonth.from(day).minusMonths(back);
        return dues.months(payer.member()).stream()
                .filter(MonthDue::isOpen)
                .map(MonthDue::month)
                .findFirst()
                .filter(month -> month.isBefore(earliest))
                .map(month -> new FarBack(month, back, rules.source(BACK, payer.path())));
    }
}
