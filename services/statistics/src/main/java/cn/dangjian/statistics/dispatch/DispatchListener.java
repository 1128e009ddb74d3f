package cn.dangjian.statistics.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.dispatch.DispatchRepository.Moved;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers what task has dispatched. */
@Component
class DispatchListener {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final DispatchRepository dispatches;

    DispatchListener(DispatchRepository dispatches) {
        this.dispatches = dispatches;
    }

    /**
     * Of {@code task.dispatched.v1}.
     *
     * @param hierarchy by which it went down; by territory, if that is not said
     * @param issuedAt null if that is when it is told
     */
    record Dispatched(
            long dispatch,
            String number,
            String title,
            long issuer,
            @Nullable Hierarchy hierarchy,
            Instant deadline,
            @Nullable Instant issuedAt,
            int addressed) {}

    @Hears(value = "task.dispatched.v1", order = Order.OWN)
    void on(List<Event<Dispatched>> events) {
        var heard = new TreeMap<Long, Dispatch>();
        for (var event : events) heard.put(event.data().dispatch(), dispatch(event));
        dispatches.save(heard.values());
    }

    /** Of {@code task.dispatch-changed.v1} when it is due now. */
    record DispatchChanged(long dispatch, Instant deadline) {}

    @Hears(value = "task.dispatch-changed.v1", order = Order.OWN)
    void onChanged(List<Event<DispatchChanged>> events) {
        dispatches.move(events.stream()
                .map(event -> new Moved(event.data().dispatch(), event.data().deadline(), event.version()))
                .toList());
    }

    private static Dispatch dispatch(Event<Dispatched> event) {
        var data = event.data();
        return new Dispatch(
                new DispatchId(data.dispatch()),
                data.number(),
                data.title(),
                new UnitId(data.issuer()),
                data.hierarchy() == null ? Hierarchy.BLOCK : data.hierarchy(),
                data.deadline(),
                LocalDate.ofInstant(Objects.requireNonNullElse(data.issuedAt(), event.occurredAt()), BEIJING),
                data.addressed());
    }
}
