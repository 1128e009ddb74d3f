package cn.dangjian.statistics.tally;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.tally.FoldProgress.News;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears which units a dispatch addresses. */
@Component
class AddressedListener {

    private final FoldProgress foldProgress;
    private final TallySettings settings;

    AddressedListener(FoldProgress foldProgress, TallySettings settings) {
        this.foldProgress = foldProgress;
        this.settings = settings;
    }

    record Addressed(long dispatch, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void on(List<Event<Addressed>> events) {
        var news = new ArrayList<News.Addressed>();
        for (var event : events) {
            for (var assignment : event.data().assignments()) {
                news.add(new News.Addressed(event.data().dispatch(), assignment.unit(), assignment.id()));
            }
            if (news.size() < settings.chunk()) continue;
            foldProgress.fold(news);
            news.clear();
        }
        foldProgress.fold(news);
    }
}
