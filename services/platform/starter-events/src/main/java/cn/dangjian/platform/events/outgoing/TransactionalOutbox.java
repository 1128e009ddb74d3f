package cn.dangjian.platform.events.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.events.Outbox;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes announcements into table {@code outbox} and wakes the relay after commit. */
public class TransactionalOutbox implements Outbox {

    private final OutboxTable table;
    private final Relay relay;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Tracer> tracer;

    public TransactionalOutbox(
            OutboxTable table, Relay relay, JsonMapper json, Clock clock, ObjectProvider<Tracer> tracer) {
        this.table = table;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String type, String key, long version, @Nullable String subject, Object payload) {
        appendAll(List.of(new Entry(type, key, version, subject, payload)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<Entry> entries) {
        appendTo(null, entries);
    }

    /** Announces on a topic other than the one that the type names: dead letters. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendTo(@Nullable String topic, List<Entry> entries) {
        if (entries.isEmpty()) return;
        String trace = trace();
        table.insert(entries.stream().map(entry -> row(topic, entry, trace)).toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }

    private OutboxTable.Row row(@Nullable String topic, Entry entry, @Nullable String trace) {
        int dot = entry.type().indexOf('.');
        if (dot <= 0) throw new IllegalArgumentException("Not <service>.<fact>.v<n>: " + entry.type());
        String data = json.writeValueAsString(entry.payload());
        if (data.getBytes(UTF_8).length > relay.largest()) {
            throw new IllegalArgumentException(
                    "Event " + entry.type() + " " + entry.key() + " is too large; cut it up");
        }
        var now = clock.instant();
        return new OutboxTable.Row(
                0,
                TimeOrderedId.at(now.toEpochMilli()).toString(),
                topic == null ? entry.type().substring(0, dot) : topic,
                entry.type(),
                entry.key(),
                entry.version(),
                OutboxTable.utc(now),
                entry.subject(),
                data,
                trace);
    }

    private @Nullable String trace() {
        var found = tracer.getIfAvailable();
        var span = found == null ? null : found.currentSpan();
        if (span == null) return null;
        var context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
