package cn.dangjian.push.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How push follows the feed.
 *
 * @param channel the Redis channel on which notification speaks
 * @param poll how often notification is asked while Redis is away
 * @param check how often it is asked anyway
 * @param page how many items are asked for at once
 */
@Validated
@ConfigurationProperties("dangjian.feed")
record FeedSettings(
        @NotBlank @DefaultValue("dangjian.inbox") String channel,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration check,
        @Min(1) @Max(2000) @DefaultValue("1000") int page) {}
