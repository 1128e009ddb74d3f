package cn.dangjian.statistics.tally;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.tally.FoldProgress.News;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears which units a dispatch has reached and which it has not. */
@Component
class DeliveryListener {

    private final FoldProgress foldProgress;
    private final TallySettings settings;

    DeliveryListener(FoldProgress foldProgress, TallySettings settings) {
        this.foldProgress = foldProgress;
        this.settings = settings;
    }

    record Delivered(long dispatch, List<Long> delivered, List<Failure> failed) {}

    record Failure(long unit, String reason) {}

    @Hears(value = "notification.delivered.v1", order = Order.OWN)
    void on(List<Event<Delivered>> events) {
        var news = new ArrayList<News>();
        for (var event : events) {
            long dispatch = event.data().dispatch();
            for (long unit : event.data().delivered()) news.add(new News.Delivered(dispatch, unit));
            for (var failure : event.data().failed()) {
                news.add(new News.Failed(dispatch, failure.unit(), failure.reason()));
            }
            if (news.size() < settings.chunk()) continue;
            foldProgress.fold(news);
            news.clear();
        }
        foldProgress.fold(news);
    }
}
