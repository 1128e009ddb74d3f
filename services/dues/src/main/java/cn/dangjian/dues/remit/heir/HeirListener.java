package cn.dangjian.dues.remit.heir;

import cn.dangjian.dues.remit.heir.HeirTable.Ended;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units ended, and to whom their members go: there goes their money too. */
@Component
class HeirListener {

    private final HeirTable heirs;
    private final HandOver handOver;

    HeirListener(HeirTable heirs, HandOver handOver) {
        this.heirs = heirs;
        this.handOver = handOver;
    }

    /** Of {@code organization.unit-changed.v1} what is about heirs. */
    record UnitChanged(long id, @Nullable MembersTo membersTo) {}

    record MembersTo(long unit, LocalDate from) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.LATEST)
    void on(Event<UnitChanged> event) {
        var to = event.data().membersTo();
        if (to == null) return;
        heirs.save(new Ended(
                event.data().id(), to.unit(), to.from(), Objects.requireNonNullElse(event.subject(), "organization")));
        handOver.handOver();
    }
}
