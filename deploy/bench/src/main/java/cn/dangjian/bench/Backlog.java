package cn.dangjian.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was announced and not heard yet: events in outboxes, and records at the broker that somebody still has to read. */
final class Backlog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Admin broker;
    private final JdbcClient jdbc;
    private final List<String> outboxes;

    Backlog(String bootstrapServers, JdbcClient jdbc) {
        this.broker = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.jdbc = jdbc;
        this.outboxes = jdbc.sql("select table_schema from information_schema.tables where table_name = 'outbox'")
                .query(String.class)
                .list();
    }

    /** Returns when there is none, seen twice: an event may be on its way from an outbox to the broker. */
    void awaitNone() {
        var none = new int[1];
        Awaitility.await("the end of the events")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> (none[0] = isEmpty() ? none[0] + 1 : 0) == 2);
    }

    /** How many records these topics have got so far. */
    long records(String... topics) {
        try {
            var partitions = new HashSet<TopicPartition>();
            for (var topic :
                    get(broker.describeTopics(List.of(topics)).allTopicNames()).values()) {
                for (var partition : topic.partitions()) {
                    partitions.add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
            return ends(partitions).values().stream().mapToLong(Long::longValue).sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isEmpty() {
        for (var schema : outboxes) {
            var unsent = "select count(*) from " + schema + ".outbox where sent_at is null";
            if (jdbc.sql(unsent).query(Long.class).single() > 0) return false;
        }
        try {
            return isAllHeard();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isAllHeard() throws ExecutionException {
        var groups = get(broker.listGroups().all()).stream()
                .map(group -> group.groupId())
                .toList();
        var asked = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        var read = new HashSet<TopicPartition>();
        for (var group : get(broker.describeConsumerGroups(groups).all()).values()) {
            var own = new HashSet<TopicPartition>();
            group.members().forEach(member -> own.addAll(member.assignment().topicPartitions()));
            asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec().topicPartitions(own));
            read.addAll(own);
        }
        if (asked.isEmpty()) return true;
        // first what was heard and then what there is: the other way round something new would be overlooked
        var heard = get(broker.listConsumerGroupOffsets(asked).all());
        var ends = ends(read);
        return heard.values().stream()
                .flatMap(group -> group.entrySet().stream())
                .allMatch(offset -> position(offset.getValue()) >= ends.getOrDefault(offset.getKey(), 0L));
    }

    private static long position(@Nullable OffsetAndMetadata offset) {
        return offset == null ? 0 : offset.offset();
    }

    private Map<TopicPartition, Long> ends(Iterable<TopicPartition> partitions) throws ExecutionException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        get(broker.listOffsets(asked).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
