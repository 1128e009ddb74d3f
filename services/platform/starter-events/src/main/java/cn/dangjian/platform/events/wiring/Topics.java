package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.incoming.Hearers;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that this service writes and reads, if nobody has made them yet. */
class Topics {

    static final String DEAD_LETTER = ".dead-letter";

    private final KafkaAdmin admin;
    private final TopicSettings settings;
    private final Hearers hearers;
    private final String service;

    Topics(KafkaAdmin admin, TopicSettings settings, Hearers hearers, String service) {
        this.admin = admin;
        this.settings = settings;
        this.hearers = hearers;
        this.service = service;
    }

    /** @throws org.springframework.kafka.KafkaException if the broker does not answer */
    void ensure() {
        Set<String> names = new TreeSet<>(hearers.topics());
        names.add(service);
        names.add(service + DEAD_LETTER);
        admin.createOrModifyTopics(names.stream().map(this::topic).toArray(NewTopic[]::new));
    }

    /** A topic's name at the broker. */
    String prefixed(String name) {
        return settings.prefix() + name;
    }

    private NewTopic topic(String name) {
        var named = settings.named().get(name);
        var topic = TopicBuilder.name(prefixed(name))
                .partitions(named == null ? settings.partitions() : named.partitions())
                .replicas(settings.replicas());
        if (named != null && named.compacted()) return topic.compact().build();
        return topic.config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(settings.retention().toMillis()))
                .build();
    }
}
