package cn.dangjian.dues.online.order;

import cn.dangjian.dues.online.order.Order.State;
import cn.dangjian.dues.online.order.OrderTable.Held;
import cn.dangjian.dues.online.order.OrderTable.Next;
import cn.dangjian.dues.online.provider.PaymentProvider;
import cn.dangjian.dues.online.provider.PaymentProvider.Placing;
import cn.dangjian.dues.online.provider.PaymentProvider.Returning;
import cn.dangjian.dues.online.provider.ProviderRefusedException;
import cn.dangjian.dues.online.provider.ProviderSilentException;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 查单: goes on with each order until the provider has said its last word, whatever became of callbacks and of this
 * process. All calls are made from here, outside transactions, by what the row says; each may come twice.
 */
@Service
class AskProvider {

    private static final Logger log = LoggerFactory.getLogger(AskProvider.class);

    /** Orders that are asked about at a time: a provider that is silent holds none of the platform's other work. */
    private static final int HANDS = 6;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LONGEST_POWER = 9;

    private final PaymentProvider provider;
    private final OrderTable orders;
    private final BookOrder bookOrder;
    private final TransactionTemplate transaction;
    private final Days days;
    private final Semaphore hands = new Semaphore(HANDS);

    AskProvider(
            PaymentProvider provider,
            OrderTable orders,
            BookOrder bookOrder,
            TransactionTemplate transaction,
            Days days) {
        this.provider = provider;
        this.orders = orders;
        this.bookOrder = bookOrder;
        this.transaction = transaction;
        this.days = days;
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void askDue() {
        int free = provider.isOpen() ? hands.drainPermits() : 0;
        if (free == 0) return;
        int taken = 0;
        try {
            for (var order : Objects.requireNonNull(transaction.execute(status -> take(free)))) {
                Thread.ofVirtual().name("order-" + order.id()).start(() -> askAndLetGo(order));
                taken++;
            }
        } finally {
            hands.release(free - taken);
        }
    }

    private void askAndLetGo(Held order) {
        try {
            ask(order);
        } catch (ProblemException e) {
            log.warn("Order {} is not what the provider says: {}", order.id(), e.code());
            orders.note(order.id(), e.code());
        } catch (ProviderSilentException | ProviderRefusedException e) {
            log.warn("Order {} is asked about again: {}", order.id(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Order {} is asked about again", order.id(), e);
        } finally {
            hands.release();
        }
    }

    /** Some that are due; if this process ends now, they are due again after a while. */
    private List<Held> take(int most) {
        var now = days.now();
        var due = orders.take(now, most);
        orders.asked(due.stream().map(order -> next(order, now)).toList());
        return due;
    }

    /** Ever less often, but at the end of its time. */
    private static Next next(Held order, Instant now) {
        var next = now.plus(SOON.multipliedBy(1L << Math.min(order.asks(), LONGEST_POWER)));
        var end = order.expiresAt().toInstant(ZoneOffset.UTC).plus(SOON);
        boolean waitsForTheEnd = order.state() != State.REFUNDING && end.isAfter(now) && end.isBefore(next);
        return new Next(order.id(), waitsForTheEnd ? end : next);
    }

    private void ask(Held order) {
        boolean over = order.isOver(days.now());
        switch (order.state()) {
            case CREATED -> {
                if (over) close(order);
                else place(order);
            }
            case PAYING -> {
                if (over) close(order);
                else look(order);
            }
            case REFUNDING -> refund(order);
            case PAID, CLOSED, FAILED, REFUNDED -> {}
        }
    }

    private void place(Held order) {
        var placing = new Placing(order.number(), order.fen(), order.expiresAt().toInstant(ZoneOffset.UTC));
        try {
            String payUrl = provider.place(placing);
            orders.place(order.id(), payUrl, days.now().plus(SOON));
        } catch (ProviderRefusedException e) {
            log.warn("Order {} is refused: {}", order.id(), e.getMessage());
            if (provider.find(order.number()).isPresent()) look(order);
            else orders.end(order.id(), State.FAILED, "REFUSED");
        }
    }

    /** At the provider first: what is closed here alone could still be paid. */
    private void close(Held order) {
        if (provider.close(order.number())) orders.end(order.id(), State.CLOSED, null);
        else look(order);
    }

    private void look(Held order) {
        var found = provider.find(order.number());
        if (found.isEmpty()) return;
        switch (found.get().state()) {
            case SUCCESS -> bookOrder.paid(found.get());
            case CLOSED -> orders.end(order.id(), State.CLOSED, null);
            case FAILED -> orders.end(order.id(), State.FAILED, "FAILED");
            case NOT_PAID -> {}
        }
    }

    /** Asked again with the same number: what was begun twice goes back once. */
    private void refund(Held order) {
        String number = order.number() + "R";
        var returning = new Returning(number, order.number(), Objects.requireNonNull(order.trade()), order.fen());
        try {
            var before = order.asks() == 0 ? Optional.<PaymentProvider.Returned>empty() : provider.findRefund(number);
            var returned = before.isPresent() ? before.get() : provider.refund(returning);
            switch (returned.state()) {
                case DONE -> bookOrder.refunded(order.number(), Objects.requireNonNull(returned.at()));
                case FAILED -> orders.failRefund(order.id(), "REFUND_FAILED");
                case PROCESSING -> {}
            }
        } catch (ProviderRefusedException e) {
            log.warn("The refund of order {} is refused: {}", order.id(), e.getMessage());
            orders.failRefund(order.id(), "REFUND_REFUSED");
        }
    }
}
