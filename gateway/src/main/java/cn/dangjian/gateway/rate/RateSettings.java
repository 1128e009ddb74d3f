package cn.dangjian.gateway.rate;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How limits are counted.
 *
 * @param patience how long a request waits for Redis before it passes uncounted
 * @param hold how long whoever is refused at a way in waits for that answer
 * @param held how many wait for it at a time; one more is answered at once
 */
@Validated
@ConfigurationProperties("dangjian.rate")
record RateSettings(
        @DefaultValue("200ms") Duration patience,
        @DefaultValue("1s") Duration hold,
        @DefaultValue("2000") @Min(0) int held) {}
