package cn.dangjian.gateway.rate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How limits are counted.
 *
 * @param patience how long a request waits for Redis before it passes uncounted
 */
@Validated
@ConfigurationProperties("dangjian.rate")
record RateSettings(@DefaultValue("200ms") Duration patience) {}
