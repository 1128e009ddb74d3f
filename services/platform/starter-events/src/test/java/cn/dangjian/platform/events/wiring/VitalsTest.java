package cn.dangjian.platform.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

class VitalsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private final Vitals vitals = new Vitals(meters, availability);

    private void consumer(String name, double lag) {
        meters.gauge("kafka.consumer.fetch.manager.records.lag.max", Tags.of("client.id", name), lag);
    }

    @Test
    void theLagIsThatOfTheConsumerThatIsFurthestBehind() {
        assertThat(vitals.largestLag()).as("nobody listens").isNull();

        consumer("a", Double.NaN);
        assertThat(vitals.largestLag()).as("nothing fetched lately").isZero();

        consumer("b", 40);
        consumer("c", 60);
        assertThat(vitals.largestLag()).isEqualTo(60);
    }

    @Test
    void isReadyOnceItTakesRequests() {
        assertThat(vitals.isReady()).as("nothing was said yet").isFalse();

        say(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(vitals.isReady()).isTrue();

        say(ReadinessState.REFUSING_TRAFFIC);
        assertThat(vitals.isReady()).as("it is about to stop").isFalse();
    }

    private void say(ReadinessState state) {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }
}
