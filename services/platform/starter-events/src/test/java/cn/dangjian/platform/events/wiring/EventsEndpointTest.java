package cn.dangjian.platform.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class EventsEndpointTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    private void consumer(String name, double lag) {
        meters.gauge("kafka.consumer.fetch.manager.records.lag.max", Tags.of("client.id", name), lag);
    }

    @Test
    void theLagIsThatOfTheConsumerThatIsFurthestBehind() {
        assertThat(EventsEndpoint.largestLag(meters)).as("nobody listens").isNull();

        consumer("a", Double.NaN);
        assertThat(EventsEndpoint.largestLag(meters))
                .as("nothing fetched lately")
                .isZero();

        consumer("b", 40);
        consumer("c", 60);
        assertThat(EventsEndpoint.largestLag(meters)).isEqualTo(60);
    }
}
