package cn.dangjian.notification.feed;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How push is told about what was delivered.
 *
 * @param channel the Redis channel; the same in push
 * @param queue parts of the feed that may wait for Redis; what is beyond is dropped, push sees the gap and asks
 */
@Validated
@ConfigurationProperties("dangjian.feed")
record FeedSettings(
        @NotBlank @DefaultValue("dangjian.inbox") String channel,
        @Min(1) @DefaultValue("1000") int queue) {}
