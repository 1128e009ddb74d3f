package cn.dangjian.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says events to a service and listens to what it says, on its topics of the real broker. */
public class Broker implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String bootstrapServers;
    private final String prefix;
    private final Map<String, Recording> recordings = new ConcurrentHashMap<>();
    private @Nullable KafkaProducer<String, String> producer;

    Broker(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    /** Sends whole events, as their producer's relay would, and returns when the broker has them. */
    public void send(String... events) {
        send(List.of(events));
    }

    /** Sends whole events in this order and returns when the broker has them. */
    public void send(List<String> events) {
        var producer = producer();
        var answers = new ArrayList<Future<?>>();
        for (String event : events) {
            var json = JSON.readTree(event);
            String type = json.path("type").asString();
            String topic = prefix + type.substring(0, type.indexOf('.'));
            answers.add(
                    producer.send(new ProducerRecord<>(topic, json.path("key").asString(), event)));
        }
        producer.flush();
        answers.forEach(Broker::await);
    }

    /** Sends a record as it is, for what no relay would send. */
    public void sendRaw(String topic, String key, String value) {
        await(producer().send(new ProducerRecord<>(prefix + topic, key, value)));
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            var settings = Map.<String, Object>of(
                    "bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true, "linger.ms", 5);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private static void await(Future<?> answer) {
        try {
            answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events of a topic so far, in the order of each partition. */
    public List<JsonNode> heard(String topic) {
        return recordings
                .computeIfAbsent(topic, name -> new Recording(bootstrapServers, prefix + name))
                .events();
    }

    /** All events of a type so far. */
    public List<JsonNode> heardOf(String type) {
        return heard(type.substring(0, type.indexOf('.'))).stream()
                .filter(event -> type.equals(event.path("type").asString()))
                .toList();
    }

    @Override
    public synchronized void close() {
        recordings.values().forEach(Recording::close);
        if (producer != null) producer.close();
    }
}
