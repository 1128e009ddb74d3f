package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.platform.events.outgoing.OutboxTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** How much waits to be sent and since when, and how much is parked, as gauges. */
record WaitingGauges(OutboxTable outbox, ParkedTable parked, Clock clock) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dangjian.outbox.unsent", this, gauges -> gauges.outbox
                        .backlog()
                        .unsent())
                .description("events that wait in the outbox")
                .register(meters);
        Gauge.builder("dangjian.outbox.age", this, WaitingGauges::age)
                .description("how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("dangjian.events.parked", parked, ParkedTable::count)
                .description("events that could not be heard, and those that wait behind them")
                .register(meters);
    }

    private double age() {
        var oldest = outbox.backlog().oldest();
        if (oldest == null) return 0;
        return Math.max(
                0,
                Duration.between(oldest.toInstant(ZoneOffset.UTC), clock.instant())
                                .toMillis()
                        / 1000.0);
    }
}
