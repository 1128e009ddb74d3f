package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.TradeRefusal.NOT_PAID;
import static cn.dangjian.dues.online.order.TradeRefusal.ORDER_UNKNOWN;
import static cn.dangjian.dues.online.order.TradeRefusal.OTHER_AMOUNT;
import static cn.dangjian.dues.online.order.TradeRefusal.OTHER_CURRENCY;
import static cn.dangjian.dues.online.order.TradeRefusal.OTHER_MERCHANT;
import static cn.dangjian.dues.online.order.TradeRefusal.OTHER_TRADE;
import static cn.dangjian.dues.online.order.TradeRefusal.WRONG_TIME;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.order.Order.State;
import cn.dangjian.dues.online.order.OrderTable.Held;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 入账: what the provider says is held against what was ordered, whoever brings it, and booked once, in one transaction
 * with the order's state. Until the provider has paid out, the money is on the unit's account with it.
 */
@Service
public class BookOrder {

    static final String WAY = "ONLINE";

    /** Why what was paid after closing goes back; nobody has decided it. */
    private static final String LATE = "关闭后支付，自动退回";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final OrderTable orders;
    private final LedgerTable ledger;
    private final Days days;

    BookOrder(OrderTable orders, LedgerTable ledger, Days days) {
        this.orders = orders;
        this.ledger = ledger;
        this.days = days;
    }

    /** An order that is paid, and its booking. */
    public record Booked(long order, long posting) {}

    /**
     * Books a payment, unless it is booked.
     *
     * <p>What was paid after the order was closed is booked, since the money has come, and goes back at once: the member
     * was told that it could not be paid any more, and may have paid in another way since.
     *
     * @return the order and its booking
     * @throws cn.dangjian.platform.web.problem.ProblemException if it is not what was ordered
     */
    @Transactional
    public Booked paid(Trade trade) {
        var order = orders.lock(trade.number()).orElseThrow(ORDER_UNKNOWN);
        String number = trade.trade();
        var at = trade.paidAt();
        if (trade.state() != Trade.State.SUCCESS || number == null || at == null) throw NOT_PAID.get();
        OTHER_MERCHANT.unless(trade.merchant().equals(order.merchant()));
        OTHER_CURRENCY.unless(trade.currency().equals(Trade.CURRENCY));
        if (trade.fen() != order.fen()) throw OTHER_AMOUNT.with(new Yuan(order.fen()), new Yuan(trade.fen()));
        var now = days.now();
        WRONG_TIME.when(at.isAfter(now.plus(CLOCKS_DIFFER))
                || at.isBefore(order.createdAt().toInstant(ZoneOffset.UTC).minus(CLOCKS_DIFFER)));
        if (order.trade() != null) {
            OTHER_TRADE.unless(number.equals(order.trade()));
            return new Booked(order.id(), stillBooked(order, at));
        }
        long posting = post(order, at, "online:" + order.id());
        try {
            orders.pay(order.id(), number, at, posting);
        } catch (DuplicateKeyException e) {
            throw OTHER_TRADE.get();
        }
        if (order.state() == State.CLOSED || order.state() == State.FAILED)
            orders.beginRefund(order.id(), LATE, order.subject(), now);
        return new Booked(order.id(), posting);
    }

    /** What people have taken back, since no list said it, is booked anew if the provider says it after all. */
    private long stillBooked(Held order, Instant at) {
        long before = Objects.requireNonNull(order.postingId());
        if (order.state() != State.PAID || !ledger.isReversed(before)) return before;
        long posting = post(order, at, "online:" + order.id() + ":" + before);
        orders.bookAgain(order.id(), posting);
        return posting;
    }

    private long post(Held order, Instant at, String cause) {
        var line = new Line(Fund.DUES, Account.provider(order.unit()), Account.member(order.memberId()), order.fen());
        var booking = Booking.payment(
                cause,
                Booking.Kind.PAYMENT,
                order.unit(),
                order.memberId(),
                order.fen(),
                day(order, at),
                WAY,
                null,
                null);
        return ledger.post(booking, List.of(line), order.subject(), days.now());
    }

    /**
     * Has a paid order given back by the provider; it is booked when it has gone.
     *
     * @return false if it is not one that is paid
     */
    @Transactional
    public boolean giveBack(String number, String reason, String subject, Instant now) {
        var order = orders.lock(number).orElseThrow(ORDER_UNKNOWN);
        if (!isPaid(order)) return false;
        orders.beginRefund(order.id(), reason, subject, now);
        return true;
    }

    /** Whether an order is paid and nothing of it goes back; held so until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isPaid(String number) {
        return isPaid(orders.lock(number).orElseThrow(ORDER_UNKNOWN));
    }

    private boolean isPaid(Held order) {
        return order.state() == State.PAID && !ledger.isReversed(Objects.requireNonNull(order.postingId()));
    }

    /** The provider has sent it back. */
    @Transactional
    void refunded(String number, Instant at) {
        var order = orders.lock(number).orElseThrow(ORDER_UNKNOWN);
        if (order.state() != State.REFUNDING) return;
        var line = new Line(Fund.DUES, Account.member(order.memberId()), Account.provider(order.unit()), order.fen());
        var booking = Booking.payment(
                "online-refund:" + order.id(),
                Booking.Kind.REFUND,
                order.unit(),
                order.memberId(),
                order.fen(),
                day(order, at),
                WAY,
                null,
                order.refundReason());
        String subject = order.refundSubject() == null ? order.subject() : order.refundSubject();
        orders.refund(order.id(), ledger.post(booking, List.of(line), subject, days.now()));
    }

    /** What the provider tells of a month that is closed meanwhile is booked on the first open day. */
    private LocalDate day(Held order, Instant at) {
        return ledger.open(days.dayOf(at), List.of(order.unit()));
    }
}
