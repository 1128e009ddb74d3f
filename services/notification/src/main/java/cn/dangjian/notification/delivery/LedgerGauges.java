package cn.dangjian.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much of the ledgers is open, as gauges: whoever stays open for long was forgotten by somebody. */
@Component
class LedgerGauges implements MeterBinder {

    private final LedgerQueries ledgers;

    LedgerGauges(LedgerQueries ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dangjian.ledger.incomplete", ledgers, LedgerQueries::countIncomplete)
                .description("dispatches of which not all addresses have been heard")
                .register(meters);
        Gauge.builder("dangjian.ledger.pending", ledgers, LedgerQueries::countPending)
                .description("receipts that wait for somebody who can receive them")
                .register(meters);
    }
}
