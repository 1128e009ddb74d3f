package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.OrderRefusal.NOT_BRANCH;
import static cn.dangjian.dues.online.order.OrderRefusal.NOT_PAID;
import static cn.dangjian.dues.online.order.OrderRefusal.NO_FILE;
import static cn.dangjian.dues.online.order.OrderRefusal.OVER;
import static cn.dangjian.dues.online.order.OrderRefusal.UNKNOWN;

import cn.dangjian.dues.online.order.Order.State;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤单、退款: an order that is not wanted any more, and one that was paid and goes back; the provider has the last word. */
@Service
class EndOrder {

    private final OrderTable orders;
    private final RollTable payers;
    private final BookOrder bookOrder;
    private final Days days;

    EndOrder(OrderTable orders, RollTable payers, BookOrder bookOrder, Days days) {
        this.orders = orders;
        this.payers = payers;
        this.bookOrder = bookOrder;
        this.days = days;
    }

    record RefundRequest(
            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Order close(long id, AccountId account) {
        long member = payers.ofAccount(account).orElseThrow(NO_FILE);
        var order = orders.findOwn(id, member).orElseThrow(UNKNOWN);
        OVER.unless(order.isOpen());
        orders.expire(id, days.now());
        return orders.findOwn(id, member).orElseThrow();
    }

    /** The whole of it, by the branch; booked when the provider says that it has gone. */
    @Transactional
    Order refund(long id, RefundRequest request, Desk desk) {
        var order = orders.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        NOT_PAID.unless(order.state() == State.PAID);
        NOT_PAID.unless(bookOrder.giveBack(order.number(), request.reason(), desk.subject(), desk.now()));
        return orders.find(id, desk.scope()).orElseThrow();
    }
}
