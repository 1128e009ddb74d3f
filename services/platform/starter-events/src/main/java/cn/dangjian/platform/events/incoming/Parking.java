package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.incoming.ParkedTable.Parked;
import cn.dangjian.platform.events.incoming.ParkedTable.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parks what cannot be handled, tells about it, and tries it again when asked. */
public class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);

    private final ParkedTable table;
    private final Hearers hearers;
    private final Hearing hearing;
    private final TransactionTemplate transaction;
    private final DeadLetters deadLetters;
    private final Clock clock;

    public Parking(
            ParkedTable table,
            Hearers hearers,
            Hearing hearing,
            TransactionTemplate transaction,
            DeadLetters deadLetters,
            Clock clock) {
        this.table = table;
        this.hearers = hearers;
        this.hearing = hearing;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Announces a dead letter in the transaction that parks it. */
    public interface DeadLetters {
        void announce(String consumer, Event<?> event, String error);
    }

    /** What became of an attempt to send parked events again. */
    public record Redriven(int handled, boolean done) {}

    void park(Hearer hearer, Event<JsonNode> event, Exception failure) {
        log.error("{} cannot handle {} {} and parks its key", hearer.name(), event.type(), event.key(), failure);
        transaction.executeWithoutResult(status -> {
            table.park(hearer.name(), event, Reason.POISON, failure.toString());
            deadLetters.announce(hearer.name(), event, failure.toString());
        });
    }

    void parkUnreadable(ConsumerRecord<String, String> message, Exception failure) {
        log.error("Not an event: {}-{}@{}", message.topic(), message.partition(), message.offset(), failure);
        String place = message.topic() + "-" + message.partition() + "@" + message.offset();
        var event = new Event<JsonNode>(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                message.topic() + ".unreadable",
                place,
                0,
                clock.instant(),
                null,
                JsonNodeFactory.instance.objectNode());
        transaction.executeWithoutResult(status -> {
            String value = message.value() == null ? "" : message.value();
            table.park("-", event, value, Reason.UNREADABLE, failure.toString());
            deadLetters.announce("-", event, failure.toString());
        });
    }

    /** Tries the key of a parked event again, in order, until none is left or one fails; empty if there is none such. */
    public Optional<Redriven> redrive(long id) {
        return table.find(id).map(this::redrive);
    }

    /** Frees keys in which events wait behind nothing: the last parked one was handled just as they came. */
    public void sweep() {
        table.orphans().forEach(this::redrive);
    }

    private Redriven redrive(Parked first) {
        var hearer = hearers.named(first.consumer());
        if (hearer.isEmpty()) return new Redriven(0, false);
        int handled = 0;
        while (true) {
            try {
                Boolean more = transaction.execute(status -> next(hearer.get(), first.eventKey()));
                if (more == null || !more) return new Redriven(handled, true);
                handled++;
            } catch (RuntimeException e) {
                log.warn("{} fails again on {}", first.consumer(), first.eventKey(), e);
                table.next(first.consumer(), first.eventKey())
                        .ifPresent(row -> table.failedAgain(row.id(), e.toString()));
                return new Redriven(handled, false);
            }
        }
    }

    private boolean next(Hearer hearer, String key) {
        var row = table.next(hearer.name(), key);
        row.ifPresent(found -> hearing.hearParked(hearer, found));
        return row.isPresent();
    }
}
