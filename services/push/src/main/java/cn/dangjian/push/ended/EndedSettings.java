package cn.dangjian.push.ended;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What push remembers of ended access.
 *
 * @param topic on which identity tells it
 * @param keep for how long; longer than any access token lives, else one that is over would be believed again
 */
@Validated
@ConfigurationProperties("dangjian.ended")
record EndedSettings(
        @DefaultValue("identity") String topic,
        @DefaultValue("20m") Duration keep) {}
