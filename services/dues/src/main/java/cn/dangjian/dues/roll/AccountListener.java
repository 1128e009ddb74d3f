package cn.dangjian.dues.roll;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

/** Hears which account is a member's own; it is never another one for the same member. */
@Component
class AccountListener {

    private final PayerTable table;

    AccountListener(PayerTable table) {
        this.table = table;
    }

    /** Of {@code identity.member-account-opened.v1}. */
    record Opened(long member, long account) {}

    @Hears(value = "identity.member-account-opened.v1", order = Order.ANY)
    void on(Event<Opened> event) {
        table.saveAccount(event.data().member(), event.data().account());
    }
}
