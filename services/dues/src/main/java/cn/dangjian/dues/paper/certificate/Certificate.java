package cn.dangjian.dues.paper.certificate;

import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's year.
 *
 * @param unit to which he belongs now
 * @param due what he owes of all months of the year
 */
record Certificate(long member, int year, long unit, String unitName, Yuan due, Yuan paid, List<Month> months) {

    /** @param payments what has settled it, in part or whole */
    record Month(YearMonth month, Yuan due, Yuan paid, List<Payment> payments) {}

    /**
     * @param amount what of it has settled the month
     * @param unitName who took it
     * @param takenBy the account that booked it
     * @param receipt the number of the receipt; null if there is none
     */
    record Payment(
            long id,
            Yuan amount,
            LocalDate day,
            String unitName,
            String takenBy,
            @Nullable String receipt) {}
}
