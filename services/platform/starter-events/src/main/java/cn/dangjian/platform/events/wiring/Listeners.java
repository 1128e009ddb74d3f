package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.incoming.Hearers;
import cn.dangjian.platform.events.incoming.Hearing;
import cn.dangjian.platform.events.incoming.HearingSettings;
import cn.dangjian.platform.events.incoming.Parking;
import cn.dangjian.platform.events.incoming.TopicListener;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** One container for each topic that the service hears, so that a slow topic does not hold up another. */
class Listeners implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final ConsumerFactory<String, String> consumers;
    private final Hearers hearers;
    private final Hearing hearing;
    private final Parking parking;
    private final HearingSettings settings;
    private final String service;
    private final Topics topics;
    private final List<ConcurrentMessageListenerContainer<String, String>> containers = new ArrayList<>();

    Listeners(
            ConsumerFactory<String, String> consumers,
            Hearers hearers,
            Hearing hearing,
            Parking parking,
            HearingSettings settings,
            String service,
            Topics topics) {
        this.consumers = consumers;
        this.hearers = hearers;
        this.hearing = hearing;
        this.parking = parking;
        this.settings = settings;
        this.service = service;
        this.topics = topics;
    }

    @Override
    public void start() {
        try {
            topics.ensure();
        } catch (RuntimeException e) {
            log.warn("Topics cannot be checked, the broker may be away: {}", e.toString());
        }
        for (String topic : hearers.topics()) {
            var container = container(topic);
            container.start();
            containers.add(container);
        }
    }

    private ConcurrentMessageListenerContainer<String, String> container(String topic) {
        var properties = new ContainerProperties(topics.prefixed(topic));
        properties.setGroupId(topics.prefixed(service + "." + topic));
        properties.setMessageListener(new TopicListener(topic, hearers, hearing, parking, settings));
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setIdleBetweenPolls(settings.rest().toMillis());
        properties.getKafkaConsumerProperties().setProperty("max.poll.records", String.valueOf(settings.poll()));
        properties.setShutdownTimeout(15_000);
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(service + "." + topic);
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(untilTheDatabaseIsBack());
        return container;
    }

    private static DefaultErrorHandler untilTheDatabaseIsBack() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(10_000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        return new DefaultErrorHandler(backOff);
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public boolean isRunning() {
        return !containers.isEmpty();
    }

    /** After the relay and the doors; stops before them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
