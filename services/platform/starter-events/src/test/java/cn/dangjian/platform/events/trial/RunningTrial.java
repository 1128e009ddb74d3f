package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;

/** The made-up service, once for all test classes, with a thing of which nothing was said yet. */
@ServiceTest
abstract class RunningTrial {

    @Autowired
    Outbox outbox;

    @Autowired
    Heard heard;

    @Autowired
    ParkedTable parked;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    KafkaTemplate<String, String> template;

    @Autowired
    Environment environment;

    @Autowired
    MeterRegistry meters;

    Thing thing;

    @BeforeEach
    void aFreshThing() {
        thing = new Thing(outbox, heard, parked);
        heard.poison.clear();
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
