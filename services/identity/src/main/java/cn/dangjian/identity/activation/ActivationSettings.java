package cn.dangjian.identity.activation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long activation codes live, and how they are made.
 *
 * @param expiry how long a code can be used
 * @param chunk units whose accounts get their codes in one transaction
 */
@Validated
@ConfigurationProperties("dangjian.identity.activation")
record ActivationSettings(
        @DefaultValue("30d") Duration expiry,
        @DefaultValue("2000") @Min(1) @Max(10000) int chunk) {}
