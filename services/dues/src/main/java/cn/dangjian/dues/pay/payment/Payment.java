package cn.dangjian.dues.pay.payment;

import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a member has paid, given or got back.
 *
 * @param document which allowed that months further back than usual are paid; null if none are
 * @param reversedBy the booking that took it back; null if none has
 */
record Payment(
        long id,
        Booking.Kind kind,
        long member,
        long unit,
        Yuan amount,
        LocalDate day,
        @Nullable Way way,
        @Nullable String payer,
        @Nullable String text,
        @Nullable String document,
        @Nullable Long reversedBy,
        OffsetDateTime at) {

    /** How money is handed over. */
    enum Way {
        /** 现金. */
        CASH,
        /** 银行转账. */
        TRANSFER,
        /** 线上, which is booked by what the provider says. */
        ONLINE,
        /** 银行代收, which is booked by the bank's list. */
        BANK,
        /** 从工资中扣缴, which is not allowed. */
        DEDUCTION
    }

    /** Who hands it over. */
    enum By {
        MEMBER,
        /** 亲属. */
        RELATIVE,
        /** 其他党员. */
        OTHER_MEMBER
    }
}
