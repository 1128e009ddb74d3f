package cn.dangjian.gateway.route;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a route stops asking its service. Only a service that cannot be reached, does not answer or is slow counts; an
 * answer with an error is an answer.
 *
 * @param calls how many of the last requests are looked at
 * @param minimum how many there must be
 * @param failurePercent the share of failures that opens the breaker
 * @param slow from which time on a call counts as slow; on a route with a longer response timeout than the default one from
 *     half of that
 * @param slowPercent the share of slow calls that opens the breaker
 * @param restFor how long the service is left alone
 * @param trials how many requests are let through then
 * @param atOnce how many requests of a route may wait for its service at the same time
 */
record BreakerSettings(
        @Min(1) @DefaultValue("20") int calls,
        @Min(1) @DefaultValue("10") int minimum,
        @Min(1) @Max(100) @DefaultValue("50") int failurePercent,
        @DefaultValue("7s") Duration slow,
        @Min(1) @Max(100) @DefaultValue("80") int slowPercent,
        @DefaultValue("5s") Duration restFor,
        @Min(1) @DefaultValue("3") int trials,
        @Min(1) @DefaultValue("300") int atOnce) {}
