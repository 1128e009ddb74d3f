package cn.dangjian.dues.online.order;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.web.version.Versioned;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to pay online.
 *
 * @param unit in whose books it is booked: to which he belonged when he ordered
 * @param number under which the provider knows it
 * @param payUrl where it is paid, by him or by a relative to whom he gives it; null until the provider has it
 * @param payment its booking; null while it is not paid
 * @param problem what has gone wrong with the provider
 */
record Order(
        long id,
        long member,
        long unit,
        String number,
        Yuan amount,
        State state,
        @Nullable String payUrl,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime paidAt,
        @Nullable Long payment,
        @Nullable String refundReason,
        @Nullable String problem,
        OffsetDateTime createdAt,
        long version)
        implements Versioned {

    /** How far it is. */
    enum State {
        /** The provider has not answered yet. */
        CREATED,
        /** It can be paid. */
        PAYING,
        PAID,
        /** It can be paid no more. */
        CLOSED,
        /** The provider does not want it. */
        FAILED,
        REFUNDING,
        REFUNDED
    }

    boolean isOpen() {
        return state == State.CREATED || state == State.PAYING;
    }
}
