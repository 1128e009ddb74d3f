package cn.dangjian.statistics.tally;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.tally.FoldProgress.News;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how far each unit has come. */
@Component
class AssignmentListener {

    private final FoldProgress foldProgress;

    AssignmentListener(FoldProgress foldProgress) {
        this.foldProgress = foldProgress;
    }

    /**
     * @param fromUnit the unit that was addressed, if another one has it now
     * @param dueAt its own date, if it has one
     */
    record AssignmentChanged(
            long assignment,
            long dispatch,
            long unit,
            Fact.State state,
            @Nullable Long fromUnit,
            @Nullable Instant dueAt) {}

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void on(List<Event<AssignmentChanged>> events) {
        foldProgress.fold(events.stream().map(AssignmentListener::news).toList());
    }

    private static News.Changed news(Event<AssignmentChanged> event) {
        var data = event.data();
        var from = data.fromUnit();
        boolean isPassed = from != null && from != data.unit();
        return new News.Changed(
                data.dispatch(),
                from == null ? data.unit() : from,
                isPassed ? data.unit() : null,
                data.assignment(),
                event.version(),
                data.state(),
                data.dueAt());
    }
}
