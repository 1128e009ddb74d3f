package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.CallbackRefusal.OTHER_KIND;
import static cn.dangjian.dues.online.order.CallbackRefusal.REPLAYED;

import cn.dangjian.dues.online.order.CallbackTable.Heard;
import cn.dangjian.dues.online.order.ReadCallback.Notice;
import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.platform.web.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 支付通知: what the provider tells by itself is believed if it is signed, now, and fits; told twice it is booked once. */
@Service
class TakeCallback {

    static final String PAID = "TRANSACTION.SUCCESS";
    static final String REFUNDED = "REFUND.SUCCESS";

    private static final Logger log = LoggerFactory.getLogger(TakeCallback.class);

    private final ReadCallback readCallback;
    private final CallbackTable callbacks;
    private final BookOrder bookOrder;
    private final OrderTable orders;
    private final TransactionTemplate transaction;

    TakeCallback(
            ReadCallback readCallback,
            CallbackTable callbacks,
            BookOrder bookOrder,
            OrderTable orders,
            TransactionTemplate transaction) {
        this.readCallback = readCallback;
        this.callbacks = callbacks;
        this.bookOrder = bookOrder;
        this.orders = orders;
        this.transaction = transaction;
    }

    /** What is not believed makes us ask at once. */
    void take(Seal seal, byte[] body) {
        var notice = readCallback.read(seal, body);
        try {
            switch (notice.kind()) {
                case PAID -> transaction.executeWithoutResult(status -> book(notice));
                case REFUNDED -> orders.askNow(notice.trade().number(), notice.at());
                default -> throw OTHER_KIND.get();
            }
        } catch (ProblemException e) {
            log.warn(
                    "A callback of order {} is not believed: {}", notice.trade().number(), e.code());
            orders.askNow(notice.trade().number(), notice.at());
            throw e;
        }
    }

    /** One transaction: whatever ends it in the middle, it is told again and booked then. */
    private void book(Notice notice) {
        if (callbacks.isHeard(notice.id())) return;
        long order = bookOrder.paid(notice.trade()).order();
        try {
            callbacks.insert(new Heard(notice.id(), notice.nonce(), notice.kind(), order, notice.at()));
        } catch (DuplicateKeyException e) {
            // who told the same at the same time was first, and held the order until it was booked
            REPLAYED.unless(callbacks.isHeard(notice.id()));
        }
    }
}
