package cn.dangjian.statistics.tally;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.tally.FoldProgress.News;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears how far each unit has come. */
@Component
class AssignmentListener {

    private final FoldProgress foldProgress;

    AssignmentListener(FoldProgress foldProgress) {
        this.foldProgress = foldProgress;
    }

    record AssignmentChanged(long assignment, long dispatch, long unit, Fact.State state) {}

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void on(List<Event<AssignmentChanged>> events) {
        foldProgress.fold(events.stream().map(AssignmentListener::news).toList());
    }

    private static News.Changed news(Event<AssignmentChanged> event) {
        var data = event.data();
        return new News.Changed(data.dispatch(), data.unit(), data.assignment(), event.version(), data.state());
    }
}
