package cn.dangjian.dues.online.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of an order.
 *
 * @param number ours
 * @param trade the provider's number of the payment; null while nothing is paid
 * @param paidAt null while nothing is paid
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Trade(
        String number,
        @Nullable String trade,
        String merchant,
        State state,
        long fen,
        String currency,
        @Nullable Instant paidAt) {

    public static final String CURRENCY = "CNY";

    /** How far it is. */
    public enum State {
        NOT_PAID,
        SUCCESS,
        CLOSED,
        FAILED
    }
}
