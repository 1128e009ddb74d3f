package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list, a booking, or both.
 *
 * @param said what the list says; null if it says nothing
 * @param booked what is booked; null if nothing is
 * @param reference the other side's number
 * @param way how it was settled
 * @param reason why it was settled so, by a person
 */
record Finding(
        long id,
        Source source,
        LocalDate day,
        long unit,
        Result result,
        State state,
        @Nullable Yuan said,
        @Nullable Yuan booked,
        @Nullable String reference,
        @Nullable Long member,
        @Nullable Long payment,
        @Nullable Way way,
        @Nullable String reason,
        @Nullable String settledBy,
        @Nullable OffsetDateTime settledAt) {

    /** What does not match. */
    enum Result {
        MATCHED,
        /** The list says it, and nothing is booked. */
        MISSING_HERE,
        /** It is booked, and no list says it. */
        MISSING_THERE,
        OTHER_AMOUNT,
        /** Paid twice, or booked twice. */
        TWICE
    }

    /** Whether somebody has still to do something. */
    enum State {
        OPEN,
        SETTLED
    }

    /** What was done. */
    enum Way {
        BOOKED,
        REFUNDED,
        REVERSED,
        NOTED
    }
}
