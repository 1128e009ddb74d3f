package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.platform.events.incoming.Parking;
import cn.dangjian.platform.events.outgoing.OutboxTable;
import cn.dangjian.platform.events.outgoing.Relay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** For the operator: what waits to be sent or heard, what is parked, sending again. */
@Endpoint(id = "events")
class EventsEndpoint {

    private static final int SHOWN = 200;

    private final OutboxTable outbox;
    private final Relay relay;
    private final ParkedTable parked;
    private final Parking parking;
    private final Vitals vitals;

    EventsEndpoint(OutboxTable outbox, Relay relay, ParkedTable parked, Parking parking, Vitals vitals) {
        this.outbox = outbox;
        this.relay = relay;
        this.parked = parked;
        this.parking = parking;
        this.vitals = vitals;
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
        return new View(vitals.isReady(), outbox.backlog(), vitals.largestLag(), parked.count(), parked.list(SHOWN));
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
