package cn.dangjian.platform.web.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long answers to idempotent requests are kept.
 *
 * @param keep how long a stored answer is replayed
 * @param lease after which time a request without an answer counts as dead and may be taken over
 */
@Validated
@ConfigurationProperties("dangjian.web.idempotency")
record IdempotencySettings(
        @NotNull @DefaultValue("7d") Duration keep,
        @NotNull @DefaultValue("2m") Duration lease) {}
