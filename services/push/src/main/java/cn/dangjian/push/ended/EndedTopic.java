package cn.dangjian.push.ended;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the topic of identity without a group and without a database: each replica hears everything, from as long ago as an
 * access token lives. Streams open when it has come to the end for the first time; while the broker is away, what was heard
 * goes on to count, and the rest is caught up with when it is back.
 */
@Component
class EndedTopic implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EndedTopic.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CHECK = Duration.ofMinutes(1);
    private static final String CHANGED = "identity.access-changed.v1";
    private static final String ENDED = "identity.session-ended.v1";

    /** Other events on the topic may be large, and are not looked at: they must not fill the heap. */
    private static final int FETCH = 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final KafkaProperties kafka;
    private final EndedSettings settings;
    private final EndedAccess access;
    private final EndedObserver observer;
    private final Clock clock;
    private final String topic;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private boolean told;

    EndedTopic(
            KafkaProperties kafka,
            EndedSettings settings,
            EndedAccess access,
            EndedObserver observer,
            Environment environment) {
        this.kafka = kafka;
        this.settings = settings;
        this.access = access;
        this.observer = observer;
        this.clock = Clock.systemUTC();
        this.topic = environment.getProperty("dangjian.events.topics.prefix", "") + settings.topic();
    }

    private record Said(String type, Data data) {}

    private record Data(
            @Nullable Long account,
            @Nullable Long version,
            @Nullable String session) {}

    private void work(CountDownLatch stopping) {
        while (!isOver(stopping, Duration.ZERO)) {
            try (var consumer = new KafkaConsumer<>(rules(), new StringDeserializer(), new StringDeserializer())) {
                listen(consumer, stopping);
            } catch (RuntimeException e) {
                if (!told) log.warn("The broker does not answer, ended access is not heard of: {}", e.toString());
                told = true;
            }
            if (isOver(stopping, PAUSE)) return;
        }
    }

    /** Until something fails, or the topic has got more partitions. */
    private void listen(KafkaConsumer<String, String> consumer, CountDownLatch stopping) {
        var parts = parts(consumer);
        // nobody has made the topic yet: so nothing has ended
        if (parts.isEmpty()) {
            access.completed();
            return;
        }
        begin(consumer, parts);
        var ends = consumer.endOffsets(parts);
        var checked = clock.instant();
        while (!isOver(stopping, Duration.ZERO)) {
            for (var record : consumer.poll(POLL)) hear(record);
            if (told) log.info("The broker answers again");
            told = false;
            if (!access.isComplete() && isAt(consumer, ends)) access.completed();
            if (checked.plus(CHECK).isBefore(clock.instant())) {
                checked = clock.instant();
                access.forget(checked.minus(settings.keep()));
                if (parts(consumer).size() != parts.size()) return;
            }
        }
    }

    private List<TopicPartition> parts(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private void begin(KafkaConsumer<String, String> consumer, Collection<TopicPartition> parts) {
        long from = clock.instant().minus(settings.keep()).toEpochMilli();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        consumer.offsetsForTimes(parts.stream().collect(Collectors.toMap(part -> part, part -> from)))
                .forEach((part, first) -> {
                    if (first != null) consumer.seek(part, first.offset());
                });
    }

    private static boolean isAt(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void hear(ConsumerRecord<String, String> record) {
        String text = record.value();
        if (text == null || !(text.contains(CHANGED) || text.contains(ENDED))) return;
        try {
            hear(JSON.readValue(text, Said.class), Instant.ofEpochMilli(record.timestamp()));
        } catch (JacksonException e) {
            log.error("Not an event of identity at {}: {}", record.offset(), e.getMessage());
        }
    }

    private void hear(Said said, Instant at) {
        var data = said.data();
        Long account = data.account();
        if (account == null) return;
        Long version = data.version();
        String session = data.session();
        if (CHANGED.equals(said.type()) && version != null) {
            access.changed(account.toString(), version, at);
        } else if (ENDED.equals(said.type()) && session != null) {
            access.ended(session, at);
        } else {
            return;
        }
        observer.ended(account.toString());
    }

    private Properties rules() {
        var rules = new Properties();
        rules.putAll(kafka.buildConsumerProperties());
        rules.remove(ConsumerConfig.GROUP_ID_CONFIG);
        rules.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        rules.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        rules.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, String.valueOf(FETCH));
        rules.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(FETCH));
        return rules;
    }

    private static boolean isOver(CountDownLatch stopping, Duration patience) {
        try {
            return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void start() {
        access.begin();
        var until = new CountDownLatch(1);
        stopping = until;
        Thread.ofPlatform().daemon().name("ended").start(() -> work(until));
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Hears before the doors open, and until they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
