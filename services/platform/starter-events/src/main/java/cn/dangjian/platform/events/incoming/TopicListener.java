package cn.dangjian.platform.events.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.events.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.JsonNode;

/** Hands the events of a poll to every listener of a topic: together, and one by one if that fails. */
public class TopicListener implements BatchMessageListener<String, String> {

    private final List<Hearer> hearers;
    private final Hearing hearing;
    private final Parking parking;
    private final HearingSettings settings;

    public TopicListener(String topic, Hearers hearers, Hearing hearing, Parking parking, HearingSettings settings) {
        this.hearers = hearers.of(topic);
        this.hearing = hearing;
        this.parking = parking;
        this.settings = settings;
    }

    /** Leaves aside, before it is read, what nobody here hears: whoever joins a topic late goes through all of it. */
    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        hearInSlices(records.stream().filter(this::isHeard).toList());
    }

    /** What a relay has sent tells its type in a header. */
    private boolean isHeard(ConsumerRecord<String, String> message) {
        var header = message.headers().lastHeader("type");
        if (header == null) return true;
        String type = new String(header.value(), UTF_8);
        return hearers.stream().anyMatch(hearer -> hearer.hears(type));
    }

    /** A poll of large events is heard in slices: read as a whole it would need many times its size. */
    private void hearInSlices(List<ConsumerRecord<String, String>> records) {
        int from = 0;
        long size = 0;
        for (int i = 0; i < records.size(); i++) {
            var value = records.get(i).value();
            long next = value == null ? 0 : value.length();
            if (i > from && size + next > settings.slice().toBytes()) {
                hearTraced(records.subList(from, i));
                from = i;
                size = 0;
            }
            size += next;
        }
        hearTraced(records.subList(from, records.size()));
    }

    private void hearTraced(List<ConsumerRecord<String, String>> records) {
        if (!records.isEmpty()) hearing.within(records, () -> hear(records));
    }

    private void hear(List<ConsumerRecord<String, String>> records) {
        var events = read(records);
        for (var hearer : hearers) {
            var heard =
                    events.stream().filter(event -> hearer.hears(event.type())).toList();
            if (!heard.isEmpty()) hear(hearer, heard);
        }
    }

    private List<Event<JsonNode>> read(List<ConsumerRecord<String, String>> records) {
        var events = new ArrayList<Event<JsonNode>>(records.size());
        for (var message : records) {
            try {
                events.add(Envelope.read(message.value()));
            } catch (IllegalArgumentException e) {
                parking.parkUnreadable(message, e);
            }
        }
        return events;
    }

    private void hear(Hearer hearer, List<Event<JsonNode>> events) {
        try {
            hearing.hear(hearer, events);
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            for (var event : events) hearAlone(hearer, event);
        }
    }

    private void hearAlone(Hearer hearer, Event<JsonNode> event) {
        for (int attempt = 1; ; attempt++) {
            try {
                hearing.hear(hearer, List.of(event));
                return;
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                if (attempt == settings.attempts()) {
                    parking.park(hearer, event, e);
                    return;
                }
                pause(e);
            }
        }
    }

    private void pause(RuntimeException cause) {
        try {
            Thread.sleep(settings.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /** The database is away or busy: the container waits and hands the same poll over again, for ever. */
    private static boolean isPassing(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof java.sql.SQLTransientException
                    || cause instanceof java.sql.SQLRecoverableException) return true;
        }
        return false;
    }
}
