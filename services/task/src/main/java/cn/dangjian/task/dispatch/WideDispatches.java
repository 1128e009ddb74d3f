package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.dispatch.DispatchTask.Order;
import cn.dangjian.task.lane.WideLane;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets dispatches to very many units wait for their turn before their transaction begins, with the memory of their key in it. */
@Aspect
@Component
@org.springframework.core.annotation.Order(WideDispatches.BEFORE_TRANSACTIONS)
class WideDispatches {

    static final int BEFORE_TRANSACTIONS = 0;

    private final DispatchQueries dispatches;
    private final WideLane lane;

    WideDispatches(DispatchQueries dispatches, WideLane lane) {
        this.dispatches = dispatches;
        this.lane = lane;
    }

    @Around("@annotation(cn.dangjian.task.lane.TakesTurns) && args(order, desk)")
    @Nullable
    Object inTurn(ProceedingJoinPoint call, Order order, Desk desk) throws Throwable {
        boolean wide = dispatches.goesToMoreThan(lane.over(), order.target(), desk.scope());
        return wide ? lane.within(call::proceed) : call.proceed();
    }
}
