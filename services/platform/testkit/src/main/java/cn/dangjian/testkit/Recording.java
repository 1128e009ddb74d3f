package cn.dangjian.testkit;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was ever said on a topic. Whoever asks again waits only for what has come since; what was read is
 * kept as long as the memory is not needed, and read again after that.
 */
final class Recording implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private SoftReference<List<JsonNode>> heard = new SoftReference<>(null);

    Recording(String bootstrapServers, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        try {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** All events so far, in the order of each partition. */
    synchronized List<JsonNode> events() {
        var events = heard.get();
        if (events == null) {
            events = new ArrayList<>();
            heard = new SoftReference<>(events);
            consumer.seekToBeginning(partitions);
        }
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var message : consumer.poll(Duration.ofMillis(200))) {
                try {
                    events.add(JSON.readTree(message.value()));
                } catch (JacksonException noEvent) {
                    // a test has sent this on purpose
                }
            }
        }
        return List.copyOf(events);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
