package cn.dangjian.platform.events.wiring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics of the house. Whoever starts first makes those that it writes or reads; an existing topic is left alone.
 *
 * @param prefix stands before every topic and listener group, where several provinces share one broker
 * @param replicas copies of each topic; 3 in production
 * @param partitions partitions of a topic that is not named; more let more replicas of a listener share the work
 * @param retention how long the broker keeps events
 * @param named topics that differ
 */
@Validated
@ConfigurationProperties("dangjian.events.topics")
record TopicSettings(
        @DefaultValue("") String prefix,
        @Min(1) @DefaultValue("1") short replicas,
        @Min(1) @DefaultValue("3") int partitions,
        @DefaultValue("7d") Duration retention,
        @DefaultValue Map<String, @Valid Topic> named) {

    /**
     * A topic that differs.
     *
     * @param partitions one makes a total order
     * @param compacted whether the newest event of each key stays for ever
     */
    record Topic(
            @Min(1) @DefaultValue("3") int partitions,
            @DefaultValue("false") boolean compacted) {}
}
