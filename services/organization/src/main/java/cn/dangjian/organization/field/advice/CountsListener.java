package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.CountRepository.Count;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how many members units have; each row keeps the version that told it, so that no order of events does harm. */
@Component
class CountsListener {

    private final CountRepository counts;

    CountsListener(CountRepository counts) {
        this.counts = counts;
    }

    record CountsChanged(List<UnitCount> counts) {
        /** @param open whose file is kept open; null if it was not told */
        record UnitCount(
                long unit,
                int full,
                int probationary,
                int retired,
                @Nullable Integer open) {}
    }

    @Hears(value = "member.counts-changed.v1", order = Order.OWN)
    void on(List<Event<CountsChanged>> events) {
        counts.save(events.stream()
                .flatMap(event -> event.data().counts().stream()
                        .map(count -> new Count(
                                count.unit(),
                                count.full(),
                                count.probationary(),
                                count.retired(),
                                count.open(),
                                event.version())))
                .toList());
    }
}
