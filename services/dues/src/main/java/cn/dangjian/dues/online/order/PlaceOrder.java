package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.OrderRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.online.order.OrderRefusal.NOT_OPEN_HERE;
import static cn.dangjian.dues.online.order.OrderRefusal.NO_FILE;
import static cn.dangjian.dues.online.order.OrderRefusal.OPEN_ALREADY;
import static cn.dangjian.dues.online.order.OrderRefusal.TOO_FAR_BACK;
import static cn.dangjian.dues.online.order.OrderRefusal.TOO_MUCH;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.provider.PaymentProvider;
import cn.dangjian.dues.pay.due.Ceiling;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.AccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下单: a member wants to pay what he owes; the provider hears of it as soon as this is stored. */
@Service
class PlaceOrder {

    private final RollTable payers;
    private final Ceiling ceiling;
    private final OrderTable orders;
    private final PaymentProvider provider;
    private final Days days;

    PlaceOrder(RollTable payers, Ceiling ceiling, OrderTable orders, PaymentProvider provider, Days days) {
        this.payers = payers;
        this.ceiling = ceiling;
        this.orders = orders;
        this.provider = provider;
        this.days = days;
    }

    record OrderRequest(@NotNull @Valid Yuan amount) {}

    /** Of a member one order is open: two that are paid would be money too much. */
    @Transactional
    Order place(OrderRequest request, AccountId account) {
        NOT_OPEN_HERE.unless(provider.isOpen());
        long member = payers.ofAccount(account).orElseThrow(NO_FILE);
        var known = payers.own(member).orElseThrow(NO_FILE);
        var payer = payers.lock(member, Scope.own(known.path())).orElseThrow(NO_FILE);
        orders.findOpen(member).ifPresent(open -> {
            throw OPEN_ALREADY.with(open);
        });
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        var most = ceiling.of(payer, days.today());
        if (request.amount().fen() > most.fen()) throw TOO_MUCH.with(new Yuan(most.open()), most.ahead());

        ceiling.farBack(payer, days.today()).ifPresent(far -> {
            throw TOO_FAR_BACK.with(far.oldest(), far.back(), far.source());
        });

        var now = days.now();
        long id = orders.insert(new OrderTable.New(
                UUID.randomUUID().toString().replace("-", ""),
                member,
                payer.unit().value(),
                request.amount().fen(),
                provider.merchant(),
                now.plus(provider.orderLife()),
                "account:" + account.value(),
                now));
        return orders.findOwn(id, member).orElseThrow();
    }
}
