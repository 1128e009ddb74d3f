package cn.dangjian.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says events to a service and listens to what it says, on its topics of the real broker. */
public class Broker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String bootstrapServers;
    private final String prefix;

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
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true, "linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var answers = new ArrayList<java.util.concurrent.Future<?>>();
            for (String event : events) {
                var json = JSON.readTree(event);
                String type = json.path("type").asString();
                String topic = prefix + type.substring(0, type.indexOf('.'));
                answers.add(producer.send(
                        new ProducerRecord<>(topic, json.path("key").asString(), event)));
            }
            producer.flush();
            for (var answer : answers) answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a record as it is, for what no relay would send. */
    public void sendRaw(String topic, String key, String value) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(prefix + topic, key, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events of a topic so far, in the order of each partition. */
    public List<JsonNode> heard(String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<JsonNode>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    try {
                        events.add(JSON.readTree(message.value()));
                    } catch (JacksonException noEvent) {
                        // a test has sent this on purpose
                    }
                }
            }
            return events;
        }
    }

    /** All events of a type so far. */
    public List<JsonNode> heardOf(String type) {
        return heard(type.substring(0, type.indexOf('.'))).stream()
                .filter(event -> type.equals(event.path("type").asString()))
                .toList();
    }
}
