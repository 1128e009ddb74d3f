package cn.dangjian.platform.events.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what waits in the outbox, in order per key, and marks it as sent only when the broker has answered.
 *
 * <p>Of several replicas one relays at a time: a batch is sent while its transaction holds the row of
 * {@code outbox_relay}, so a process that is stopped keeps the others waiting but can never send beside them, and one
 * that dies gives the row back with its connection.
 */
public class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration OTHERS = Duration.ofMillis(25);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final KafkaOperations<String, String> broker;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final RelaySettings settings;
    private final String prefix;
    private final Runnable onFailure;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private Duration pause = Duration.ZERO;

    /**
     * Relays events.
     *
     * @param prefix stands before the name of every topic
     * @param onFailure called when a batch could not be sent, for example to make sure that the topics exist
     */
    public Relay(
            OutboxTable table,
            KafkaOperations<String, String> broker,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            RelaySettings settings,
            String prefix,
            Runnable onFailure) {
        this.table = table;
        this.broker = broker;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.prefix = prefix;
        this.onFailure = onFailure;
    }

    private enum Round {
        NOTHING,
        MORE,
        OTHER_RELAY,
        FAILED
    }

    /** Tells the relay that something was committed. */
    public void wake() {
        signal.release();
    }

    long largest() {
        return settings.largest().toBytes();
    }

    /** Forgets events that were sent so long ago that no replay needs them. */
    public void purge() {
        Instant before = clock.instant().minus(settings.keep());
        int rows = table.purge(before);
        while (rows > 0) rows = table.purge(before);
    }

    private void loop() {
        while (running) {
            try {
                rest(round());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void rest(Round round) throws InterruptedException {
        if (round != Round.FAILED) pause = Duration.ZERO;
        switch (round) {
            case MORE -> {}
            case OTHER_RELAY -> Thread.sleep(OTHERS);
            case FAILED -> Thread.sleep(pause);
            case NOTHING -> {
                if (signal.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS)) signal.drainPermits();
            }
        }
    }

    private Round round() {
        var round = transaction.execute(status -> {
            if (!table.lock()) return Round.OTHER_RELAY;
            var rows = table.listUnsent(settings.batch());
            if (rows.isEmpty()) return Round.NOTHING;
            return send(rows);
        });
        return round == null ? Round.NOTHING : round;
    }

    private Round send(List<OutboxTable.Row> rows) {
        var answers = new ArrayList<CompletableFuture<?>>();
        @Nullable Exception failure = null;
        for (var row : rows) {
            try {
                answers.add(broker.send(record(row)));
            } catch (RuntimeException e) {
                failure = e;
                break;
            }
        }
        broker.flush();
        var deadline = clock.instant().plus(settings.answer());
        var sent = new ArrayList<Long>();
        var blocked = new HashSet<String>();
        for (int i = 0; i < answers.size(); i++) {
            var row = rows.get(i);
            var refusal = await(answers.get(i), deadline);
            if (refusal != null) {
                failure = refusal;
                blocked.add(row.eventKey());
            } else if (!blocked.contains(row.eventKey())) {
                sent.add(row.id());
            }
        }
        table.markSent(sent, clock.instant());
        if (failure == null) return rows.size() < settings.batch() ? Round.NOTHING : Round.MORE;
        failed(failure);
        return Round.FAILED;
    }

    private @Nullable Exception await(CompletableFuture<?> answer, Instant deadline) {
        try {
            long left = Duration.between(clock.instant(), deadline).toMillis();
            answer.get(Math.max(left, 0), TimeUnit.MILLISECONDS);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (ExecutionException | TimeoutException e) {
            return e;
        }
    }

    private void failed(Exception e) {
        if (!running) return;
        if (pause.isZero()) {
            log.warn("Events wait in the outbox: {}", e.toString());
            pause = FIRST_PAUSE;
        } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
            pause = pause.multipliedBy(2);
        }
        try {
            onFailure.run();
        } catch (RuntimeException again) {
            log.debug("Topics cannot be checked: {}", again.toString());
        }
    }

    private ProducerRecord<String, String> record(OutboxTable.Row row) {
        var value = json.createObjectNode()
                .put("id", row.eventId())
                .put("type", row.type())
                .put("key", row.eventKey())
                .put("version", row.version())
                .put(
                        "occurredAt",
                        row.occurredAt().toInstant(java.time.ZoneOffset.UTC).toString())
                .put("subject", row.subject())
                .putRawValue("data", new tools.jackson.databind.util.RawValue(row.data()));
        var record = new ProducerRecord<>(prefix + row.topic(), row.eventKey(), json.writeValueAsString(value));
        record.headers().add("type", row.type().getBytes(UTF_8));
        String trace = row.trace();
        if (trace != null) record.headers().add("traceparent", trace.getBytes(UTF_8));
        return record;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        var working = thread;
        if (working == null) return;
        try {
            working.join(settings.answer().plusSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the doors open and stops after they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
