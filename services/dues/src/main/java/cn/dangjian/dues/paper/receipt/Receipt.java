package cn.dangjian.dues.paper.receipt;

import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.money.Capitals;
import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That a unit has taken money of a member.
 *
 * @param number of the unit's series of the year
 * @param capitals 大写金额
 * @param payer who brought it, if not the member
 * @param takenBy the account that booked it
 * @param prints how often it was printed; from the second time on it is a copy (补打)
 * @param reversedOn the day on which the payment was taken back: it proves nothing any more
 */
record Receipt(
        long payment,
        String number,
        long unit,
        String unitName,
        long member,
        Booking.Kind kind,
        Yuan amount,
        String capitals,
        LocalDate day,
        @Nullable String way,
        @Nullable String payer,
        String takenBy,
        int prints,
        @Nullable LocalDate reversedOn,
        @Nullable String reason,
        OffsetDateTime issuedAt) {

    Receipt {
        if (!capitals.equals(Capitals.of(amount))) throw new IllegalArgumentException("Capitals of another amount");
    }

    boolean isReversed() {
        return reversedOn != null;
    }
}
