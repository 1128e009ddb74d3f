package cn.dangjian.platform.events.incoming;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How events are heard.
 *
 * @param poll how many events are taken from the broker at once
 * @param rest between two polls of a topic: whatever comes meanwhile is one poll, one transaction and one commit, also for those
 *     who hear nothing of it
 * @param slice how much text of one poll is read and heard at once: bounds the memory that a replay takes
 * @param concurrency how many threads hear one topic
 * @param attempts how often an event is tried before its key is parked
 * @param pause how long to wait between two attempts
 * @param keep how long the inbox remembers ids; longer than the broker and the outbox may repeat them
 */
@Validated
@ConfigurationProperties("dangjian.events.hearing")
public record HearingSettings(
        @Min(1) @DefaultValue("2000") int poll,
        @NotNull @DefaultValue("50ms") Duration rest,
        @NotNull @DefaultValue("1MB") DataSize slice,
        @Min(1) @DefaultValue("1") int concurrency,
        @Min(1) @DefaultValue("4") int attempts,
        @NotNull @DefaultValue("200ms") Duration pause,
        @NotNull @DefaultValue("14d") Duration keep) {}
