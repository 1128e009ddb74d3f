package cn.dangjian.platform.events.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/** How the process itself is. */
class Vitals {

    /** Each consumer has its own; not a number while it has fetched nothing for a while. */
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag.max";

    private final MeterRegistry meters;
    private final ApplicationAvailability availability;

    Vitals(MeterRegistry meters, ApplicationAvailability availability) {
        this.meters = meters;
        this.availability = availability;
    }

    /** Whether it takes requests. */
    boolean isReady() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    /** How many events the consumer that is furthest behind has not fetched; null if there is no consumer. */
    @Nullable
    Long largestLag() {
        return meters.find(LAG).gauges().stream()
                .map(Gauge::value)
                .map(lag -> lag.isNaN() ? 0 : Math.round(lag))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
