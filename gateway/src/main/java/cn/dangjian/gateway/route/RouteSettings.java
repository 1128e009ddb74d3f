package cn.dangjian.gateway.route;

import cn.dangjian.gateway.rate.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where requests go.
 *
 * @param defaults what holds for a route that does not say otherwise
 * @param routes by name; the name is the first segment of the path, unless the route has a path of its own
 * @param breaker when a route stops asking its service
 * @param headPause how long the head of a request may take, from its first byte on
 * @param bodyPause how long a client may pause in the middle of a request
 * @param answerPause how long a service may pause in the middle of an answer that is no stream
 * @param namesFor how long the addresses behind a service's name are believed
 */
@Validated
@ConfigurationProperties("dangjian.gateway")
record RouteSettings(
        @Valid @DefaultValue Defaults defaults,
        @NotEmpty Map<String, @Valid Target> routes,
        @Valid @DefaultValue BreakerSettings breaker,
        @DefaultValue("5s") Duration headPause,
        @DefaultValue("20s") Duration bodyPause,
        @DefaultValue("30s") Duration answerPause,
        @DefaultValue("2s") Duration namesFor) {

    /** Answers that take for ever are not slow. */
    private static final Duration NEVER = Duration.ofDays(1);

    /** From which time on a call of a route counts as slow. */
    Duration slow(String route) {
        var target = routes.get(route);
        var told = target == null ? null : target.responseTimeout();
        var timeout = told == null ? defaults.responseTimeout() : told;
        // whoever waits for his turn at a way in is not waiting for a service that hangs
        if (timeout.isZero() || (target != null && target.wayIn())) return NEVER;
        return timeout.compareTo(defaults.responseTimeout()) > 0 ? timeout.dividedBy(2) : breaker.slow();
    }

    /**
     * What holds for a route that does not say otherwise.
     *
     * @param connectTimeout how long a connection may take
     * @param responseTimeout how long the first byte of the answer may take; 0 for ever
     * @param bodyLimit how large the body of a request may be
     * @param accountRate requests of one account
     * @param addressRate requests of one client address, whoever signs in there
     */
    record Defaults(
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("15s") Duration responseTimeout,
            @DefaultValue("2MB") DataSize bodyLimit,
            @Valid @Nullable Rate accountRate,
            @Valid @Nullable Rate addressRate) {

        Defaults {
            if (accountRate == null) accountRate = new Rate(50, 100);
            if (addressRate == null) addressRate = new Rate(300, 600);
        }
    }

    /**
     * One route.
     *
     * @param address where the service listens; {@code no://op} if it is not opened yet
     * @param path the paths of the route, if they are not all that begin with its name
     * @param to the path at the service, if it is not the request's without its first segment
     * @param connectTimeout instead of the default
     * @param responseTimeout instead of the default
     * @param bodyLimit instead of the default
     * @param accountRate instead of the default
     * @param addressRate instead of the default
     * @param wayIn whether people sign in here: addresses are counted also while Redis does not answer, and requests that
     *     stand in line open no breaker, else whoever floods it would lock out all others
     */
    record Target(
            @NotNull URI address,
            @Nullable String path,
            @Nullable String to,
            @Nullable Duration connectTimeout,
            @Nullable Duration responseTimeout,
            @Nullable DataSize bodyLimit,
            @Valid @Nullable Rate accountRate,
            @Valid @Nullable Rate addressRate,
            @DefaultValue("false") boolean wayIn) {}
}
