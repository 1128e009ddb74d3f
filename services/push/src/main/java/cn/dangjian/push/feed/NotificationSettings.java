package cn.dangjian.push.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How push asks notification.
 *
 * @param address where notification is
 * @param connectTimeout how long connecting may take
 * @param timeout how long an answer may take
 * @param connections how many questions at a time
 * @param waiting how many more may wait; beyond that a client is told to come back
 * @param breakerCalls the breaker looks at so many answers,
 * @param breakerFailures opens at this share of failures in percent,
 * @param breakerRest and leaves notification alone for so long
 */
@Validated
@ConfigurationProperties("dangjian.notification")
record NotificationSettings(
        @NotBlank String address,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration timeout,
        @Min(1) @DefaultValue("50") int connections,
        @Min(1) @DefaultValue("2000") int waiting,
        @Min(2) @DefaultValue("20") int breakerCalls,
        @Min(1) @Max(100) @DefaultValue("50") int breakerFailures,
        @DefaultValue("2s") Duration breakerRest) {}
