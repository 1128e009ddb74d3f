package cn.dangjian.dues.remit.handover;

import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Money that a unit has sent to the one above, or the province to the Centre.
 *
 * @param to null for the Centre (中央), of whose receipt the province itself writes down
 * @param until up to which month it settles what was collected
 * @param received what arrived; null until the receiver says so
 */
record Handover(
        long id,
        long unit,
        String unitName,
        @Nullable Long to,
        Fund fund,
        YearMonth until,
        Yuan sent,
        LocalDate sentOn,
        @Nullable Yuan received,
        @Nullable LocalDate receivedOn,
        @Nullable String receipt,
        @Nullable String note,
        long version)
        implements Versioned {

    /** Who says what has arrived. */
    UnitId receiver() {
        return new UnitId(to == null ? unit : to);
    }
}
