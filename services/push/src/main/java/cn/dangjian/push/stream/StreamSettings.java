package cn.dangjian.push.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many streams are held, and how.
 *
 * @param total streams of one replica
 * @param perAccount streams of one account on one replica
 * @param heartbeat how often a silent stream says that it is alive
 * @param buffer items that may wait for a slow client; then its stream ends, and it comes back for the rest
 * @param page how many missed items are asked for at once
 * @param retry the least time after which a client comes back; spread over twice that time
 */
@Validated
@ConfigurationProperties("dangjian.stream")
record StreamSettings(
        @Min(1) @DefaultValue("15000") int total,
        @Min(1) @DefaultValue("8") int perAccount,
        @DefaultValue("15s") Duration heartbeat,
        @Min(1) @DefaultValue("256") int buffer,
        @Min(1) @Max(1000) @DefaultValue("200") int page,
        @DefaultValue("1s") Duration retry) {}
