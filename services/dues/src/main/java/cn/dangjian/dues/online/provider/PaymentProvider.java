package cn.dangjian.dues.online.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who takes money for us (支付机构). Each call is made again with the same number until there is an answer, so that all of
 * them have to be the same when they come twice.
 *
 * <p>Each throws {@link ProviderSilentException} where nobody knows what has become of the call, and never inside a
 * transaction.
 */
public interface PaymentProvider {

    /** Whether there is one. */
    boolean isOpen();

    /** Under which name we are known there. */
    String merchant();

    /** How long an order can be paid. */
    Duration orderLife();

    /**
     * What is to be paid.
     *
     * @param number ours; unique
     * @param expiresAt from when on it cannot be paid any more
     */
    record Placing(String number, long fen, Instant expiresAt) {}

    /**
     * Tells it that somebody wants to pay (统一下单).
     *
     * @return where he does it; whoever has this address may
     * @throws ProviderRefusedException if it does not want the order
     */
    String place(Placing placing);

    /** What has become of an order; empty if it has never heard of it (查单). */
    Optional<Trade> find(String number);

    /**
     * From now on it cannot be paid (关单).
     *
     * @return false if it is paid already
     */
    boolean close(String number);

    /**
     * What goes back.
     *
     * @param number ours; unique
     * @param order the number of the order
     */
    record Returning(String number, String order, String trade, long fen) {}

    /**
     * How far money has gone back.
     *
     * @param at null while it is under way
     */
    record Returned(State state, @Nullable Instant at) {

        /** How far. */
        public enum State {
            PROCESSING,
            DONE,
            FAILED
        }
    }

    /**
     * Sends money back where it came from (退款).
     *
     * @throws ProviderRefusedException if it does not
     */
    Returned refund(Returning returning);

    /** How far it is; empty if it has never heard of it. */
    Optional<Returned> findRefund(String number);

    /** What it has taken and given back on a day, as it writes that (交易账单); empty while there is no list. */
    Optional<String> dailyBill(LocalDate day);
}
