package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

@Component
class LatestListener {

    private final Heard heard;

    LatestListener(Heard heard) {
        this.heard = heard;
    }

    @Hears(value = "trial.said-latest.v1", order = Order.LATEST)
    void on(Event<Heard.Said> event) {
        heard.note("latest", event);
    }
}
