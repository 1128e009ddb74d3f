package cn.dangjian.gateway.route;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNullElse;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.CONNECT_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;
import static org.springframework.http.HttpStatus.NOT_IMPLEMENTED;

import cn.dangjian.gateway.problem.ProblemException;
import cn.dangjian.gateway.rate.RateLimits;
import cn.dangjian.gateway.route.RouteSettings.Target;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** The routes, made from the settings: the prefix is stripped, everything else passes as it came. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final long FOR_EVER = -1;
    private static final String SIGN_IN = "identity";

    /** The scheme of an address that stands for none. */
    static final String NOWHERE = "no";

    private final RouteSettings settings;
    private final RateLimits rates;
    private final ReactiveResilience4JCircuitBreakerFactory breakers;

    Routes(RouteSettings settings, RateLimits rates, ReactiveResilience4JCircuitBreakerFactory breakers) {
        this.settings = settings;
        this.rates = rates;
        this.breakers = breakers;
    }

    @Bean
    RouteLocator routeLocator(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        settings.routes().entrySet().stream()
                // the longer path is the narrower one
                .sorted(comparingInt(
                                (Map.Entry<String, Target> route) -> path(route).length())
                        .reversed())
                .forEach(route -> routes.route(route.getKey(), path -> route(path, route)));
        return routes.build();
    }

    /** A request that was sent is never sent again by itself: only its sender knows whether it may be. */
    @Bean
    HttpClientCustomizer noSilentRepetition() {
        return client -> client.disableRetry(true);
    }

    /**
     * A service's name stands for all its replicas: each connection goes to any of them, and to the next one if that cannot be
     * reached. By itself Netty keeps asking the first one for as long as the name server lets it.
     */
    @Bean
    HttpClientCustomizer everyReplica() {
        return client -> client.resolver(names -> names.roundRobinSelection(true)
                .cacheMaxTimeToLive(settings.namesFor())
                .cacheNegativeTimeToLive(Duration.ofSeconds(1)));
    }

    @Bean
    NettyServerCustomizer patienceWithClients() {
        return server -> server.readTimeout(settings.bodyPause())
                .doOnChannelInit((observer, channel, address) -> HeadClock.watch(channel, settings.headPause()));
    }

    private Buildable<Route> route(PredicateSpec spec, Map.Entry<String, Target> route) {
        String name = route.getKey();
        var target = route.getValue();
        if (NOWHERE.equals(target.address().getScheme())) {
            return spec.path(path(route)).filters(Routes::refuse).uri(target.address());
        }
        var defaults = settings.defaults();
        var response = requireNonNullElse(target.responseTimeout(), defaults.responseTimeout());
        return spec.path(path(route))
                .filters(filters -> {
                    filters.filter(rates.of(
                                    name,
                                    requireNonNullElse(target.accountRate(), defaults.accountRate()),
                                    requireNonNullElse(target.addressRate(), defaults.addressRate()),
                                    target.wayIn()))
                            .filter(new BodyLimit(requireNonNullElse(target.bodyLimit(), defaults.bodyLimit())))
                            .filter(new GivenUp(
                                    () -> breakers.getCircuitBreakerRegistry().circuitBreaker(name),
                                    settings.slow(name)))
                            .circuitBreaker(breaker -> breaker.setName(name));
                    if (target.to() == null) filters.stripPrefix(1);
                    else filters.setPath(target.to());
                    // only the sign-in page has a session
                    return path(route).startsWith("/" + SIGN_IN + "/")
                            ? filters
                            : filters.removeRequestHeader(HttpHeaders.COOKIE);
                })
                .metadata(
                        CONNECT_TIMEOUT_ATTR,
                        millis(requireNonNullElse(target.connectTimeout(), defaults.connectTimeout())))
                .metadata(RESPONSE_TIMEOUT_ATTR, response.isZero() ? FOR_EVER : response.toMillis())
                .uri(target.address());
    }

    private static UriSpec refuse(GatewayFilterSpec filters) {
        return filters.filter(
                (exchange, chain) -> Mono.error(new ProblemException(NOT_IMPLEMENTED, "service.not-open")));
    }

    private static String path(Map.Entry<String, Target> route) {
        return requireNonNullElse(route.getValue().path(), "/" + route.getKey() + "/**");
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
