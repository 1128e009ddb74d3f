package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.platform.events.incoming.Parking;
import cn.dangjian.platform.events.outgoing.OutboxTable;
import cn.dangjian.platform.events.outgoing.Relay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/** For the operator: what waits to be sent or heard, what is parked, sending again. */
@Endpoint(id = "events")
class EventsEndpoint {

    private static final int SHOWN = 200;

    /** Each consumer has its own; not a number while it has fetched nothing for a while. */
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag.max";

    private final OutboxTable outbox;
    private final Relay relay;
    private final ParkedTable parked;
    private final Parking parking;
    private final MeterRegistry meters;
    private final ApplicationAvailability availability;

    EventsEndpoint(
            OutboxTable outbox,
            Relay relay,
            ParkedTable parked,
            Parking parking,
            MeterRegistry meters,
            ApplicationAvailability availability) {
        this.outbox = outbox;
        this.relay = relay;
        this.parked = parked;
        this.parking = parking;
        this.meters = meters;
        this.availability = availability;
    }

    /**
     * @param ready whether the service takes requests, so that who asks for the rest need not ask that apart
     * @param lag how many events the consumer that is furthest behind has not fetched; null if there is no consumer
     * @param parkedInAll how many there are
     * @param parked the oldest of them, of all listeners
     */
    record View(
            boolean ready,
            OutboxTable.Backlog outbox,
            @Nullable Long lag,
            long parkedInAll,
            List<ParkedTable.Parked> parked) {}

    @ReadOperation
    View view() {
        boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        return new View(ready, outbox.backlog(), largestLag(meters), parked.count(), parked.list(SHOWN));
    }

    static @Nullable Long largestLag(MeterRegistry meters) {
        return meters.find(LAG).gauges().stream()
                .map(Gauge::value)
                .map(lag -> lag.isNaN() ? 0 : Math.round(lag))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Tries the key of a parked event again. */
    @WriteOperation
    WebEndpointResponse<?> redrive(@Selector long id) {
        var redriven = parking.redrive(id);
        if (redriven.isEmpty()) return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        return new WebEndpointResponse<>(redriven.get());
    }

    /** Sends everything again that was sent since the given time; listeners skip what they have heard. */
    @WriteOperation
    Map<String, Integer> replay(Instant since) {
        int events = outbox.replay(since);
        relay.wake();
        return Map.of("events", events);
    }
}
