package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

@Component
class EachListener {

    private final Heard heard;

    EachListener(Heard heard) {
        this.heard = heard;
    }

    @Hears(value = "trial.said-each.v1", order = Order.EACH)
    void on(Event<Heard.Said> event) {
        heard.note("each", event);
    }
}
