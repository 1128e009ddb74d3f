package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.incoming.ParkedTable.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Lets a listener hear events in one transaction with the memory of having heard them. */
public class Hearing {

    private final InboxTable inbox;
    private final ParkedTable parked;
    private final TransactionTemplate transaction;
    private final Traces traces;

    public Hearing(InboxTable inbox, ParkedTable parked, TransactionTemplate transaction, Traces traces) {
        this.inbox = inbox;
        this.parked = parked;
        this.transaction = transaction;
        this.traces = traces;
    }

    /** Hears these records in the traces in which they were announced. */
    void within(List<ConsumerRecord<String, String>> records, Runnable hearing) {
        traces.within(records, hearing);
    }

    /** Handles all events that are new, in order, or none of them. */
    void hear(Hearer hearer, List<Event<JsonNode>> events) {
        transaction.executeWithoutResult(status -> {
            var admitted = admit(hearer, withoutParkedKeys(hearer, events));
            if (!admitted.isEmpty()) hearer.call(admitted);
            fillGaps(hearer, admitted);
        });
    }

    /** Handles one parked event although its key is parked, and forgets that it was. */
    void hearParked(Hearer hearer, ParkedTable.Parked row) {
        var admitted = admit(hearer, List.of(Envelope.read(row.value())));
        if (!admitted.isEmpty()) hearer.call(admitted);
        parked.delete(row.id());
    }

    private List<Event<JsonNode>> withoutParkedKeys(Hearer hearer, List<Event<JsonNode>> events) {
        if (parked.isEmpty(hearer.name())) return events;
        var blocked = parked.blockedKeys(hearer.name());
        var free = new ArrayList<Event<JsonNode>>(events.size());
        for (var event : events) {
            if (blocked.contains(event.key())) parked.park(hearer.name(), event, Reason.WAITING, null);
            else free.add(event);
        }
        return free;
    }

    private List<Event<JsonNode>> admit(Hearer hearer, List<Event<JsonNode>> events) {
        if (events.isEmpty()) return events;
        return switch (hearer.order()) {
            case OWN -> events;
            case ANY -> admitUnheard(hearer, events);
            case LATEST -> admitNewer(hearer, events);
            case EACH -> admitNext(hearer, events);
        };
    }

    private List<Event<JsonNode>> admitUnheard(Hearer hearer, List<Event<JsonNode>> events) {
        Set<String> seen = inbox.heard(
                hearer.name(),
                events.stream().map(event -> event.id().toString()).toList());
        var fresh = new ArrayList<Event<JsonNode>>(events.size());
        for (var event : events) if (seen.add(event.id().toString())) fresh.add(event);
        if (!fresh.isEmpty()) inbox.insert(hearer.name(), fresh);
        return fresh;
    }

    private List<Event<JsonNode>> admitNewer(Hearer hearer, List<Event<JsonNode>> events) {
        var versions = inbox.versions(hearer.name(), keys(events));
        var changed = new HashMap<String, Long>();
        var newer = new ArrayList<Event<JsonNode>>(events.size());
        for (var event : events) {
            if (event.version() <= versions.getOrDefault(event.key(), Long.MIN_VALUE)) continue;
            versions.put(event.key(), event.version());
            changed.put(event.key(), event.version());
            newer.add(event);
        }
        if (!changed.isEmpty()) inbox.saveVersions(hearer.name(), changed);
        return newer;
    }

    private List<Event<JsonNode>> admitNext(Hearer hearer, List<Event<JsonNode>> events) {
        var versions = inbox.versions(hearer.name(), keys(events));
        var changed = new HashMap<String, Long>();
        var next = new ArrayList<Event<JsonNode>>(events.size());
        for (var event : events) {
            long last = versions.getOrDefault(event.key(), 0L);
            if (event.version() <= last) continue;
            if (event.version() > last + 1) {
                parked.park(hearer.name(), event, Reason.GAP, "Version " + (last + 1) + " has not come yet");
                continue;
            }
            versions.put(event.key(), event.version());
            changed.put(event.key(), event.version());
            next.add(event);
        }
        if (!changed.isEmpty()) inbox.saveVersions(hearer.name(), changed);
        return next;
    }

    /** An event that came late may be the one for which others of its key have been waiting. */
    private void fillGaps(Hearer hearer, List<Event<JsonNode>> handled) {
        if (hearer.order() != cn.dangjian.platform.events.Order.EACH || handled.isEmpty()) return;
        if (parked.isEmpty(hearer.name())) return;
        Map<String, Long> last = new HashMap<>();
        handled.forEach(event -> last.put(event.key(), event.version()));
        last.forEach((key, version) -> {
            long expected = version + 1;
            var row = parked.next(hearer.name(), key);
            while (row.isPresent()
                    && row.get().version() <= expected
                    && row.get().reason().equals(Reason.GAP.name())) {
                hearParked(hearer, row.get());
                expected = Math.max(expected, row.get().version() + 1);
                row = parked.next(hearer.name(), key);
            }
        });
    }

    private static Set<String> keys(List<Event<JsonNode>> events) {
        var keys = new HashSet<String>();
        events.forEach(event -> keys.add(event.key()));
        return keys;
    }
}
