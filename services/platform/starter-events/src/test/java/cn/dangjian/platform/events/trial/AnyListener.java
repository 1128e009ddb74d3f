package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

@Component
class AnyListener {

    private final Heard heard;

    AnyListener(Heard heard) {
        this.heard = heard;
    }

    @Hears(value = "trial.said-any.v1", order = Order.ANY)
    void on(Event<Heard.Said> event) {
        heard.note("any", event);
    }
}
