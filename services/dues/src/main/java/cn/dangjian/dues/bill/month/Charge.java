package cn.dangjian.dues.bill.month;

import cn.dangjian.platform.rules.book.Rulebook;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Other rooms ask here what a month would cost somebody. */
@Service
public class Charge {

    private final BillTable bills;
    private final Rulebook rulebook;

    Charge(BillTable bills, Rulebook rulebook) {
        this.bills = bills;
        this.rulebook = rulebook;
    }

    /**
     * The fen that are due of a month without any relief, as things are known now; empty if nobody has recorded on what he
     * pays, or he owes nothing of it.
     *
     * @param path of his unit
     */
    public Optional<Long> whole(long member, YearMonth month, String path) {
        return bills.findWhole(member, Terms.of(month.atDay(1), path, rulebook));
    }
}
