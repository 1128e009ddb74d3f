package cn.dangjian.gateway.rate;

import static org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter.REMAINING_HEADER;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import cn.dangjian.gateway.problem.ProblemException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts the requests of each account and of each address, per route, in Redis. While that does not answer everybody
 * passes, but on the ways in: there addresses are counted here.
 */
@Component
public class RateLimits {

    private static final String UNKNOWN = "-1";
    private static final int SUBNET = 8;

    private final RedisRateLimiter limiter;
    private final RedisWatch redis;
    private final RateSettings settings;
    private final LocalRates local;
    private final Held held;

    RateLimits(RedisRateLimiter limiter, RedisWatch redis, RateSettings settings, LocalRates local) {
        this.limiter = limiter;
        this.redis = redis;
        this.settings = settings;
        this.local = local;
        this.held = new Held(settings.hold(), settings.held());
    }

    /**
     * A filter that refuses whoever calls the route more often than it allows.
     *
     * @param wayIn whether addresses are counted even while Redis does not answer, and who is refused hears it late: a flood
     *     that is answered at once comes again at once, and takes the processors from whoever signs in
     */
    public GatewayFilter of(String route, Rate account, Rate address, boolean wayIn) {
        String perAccount = route + ":account";
        String perAddress = route + ":address";
        limiter.getConfig().put(perAccount, config(account));
        limiter.getConfig().put(perAddress, config(address));
        if (wayIn) local.count(perAddress, address);
        return (exchange, chain) ->
                check(exchange, perAccount, perAddress, wayIn).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> check(ServerWebExchange exchange, String perAccount, String perAddress, boolean wayIn) {
        var peer = exchange.getRequest().getRemoteAddress();
        var byAddress = peer == null ? Mono.just(true) : allowed(perAddress, subnet(peer));
        var byAccount = exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(name -> allowed(perAccount, name))
                .defaultIfEmpty(true);
        return Mono.zip(byAddress, byAccount, Boolean::logicalAnd).flatMap(allowed -> {
            if (allowed) return Mono.empty();
            var refused = Mono.<Void>error(
                    () -> new ProblemException(TOO_MANY_REQUESTS, "rate.exceeded", Duration.ofSeconds(1), null));
            return wayIn ? held.then(refused) : refused;
        });
    }

    private Mono<Boolean> allowed(String bucket, String key) {
        if (!redis.answers()) return Mono.fromSupplier(() -> local.isAllowed(bucket, key));
        return limiter.isAllowed(bucket, key)
                .timeout(settings.patience())
                .map(answer -> {
                    // the library lets pass when Redis fails, and says so only by this figure
                    if (!UNKNOWN.equals(answer.getHeaders().get(REMAINING_HEADER))) return answer.isAllowed();
                    redis.failed("it refuses commands");
                    return local.isAllowed(bucket, key);
                })
                .onErrorResume(error -> {
                    redis.failed(String.valueOf(error.getMessage()));
                    return Mono.just(local.isAllowed(bucket, key));
                });
    }

    /** An IPv6 client owns a whole /64. */
    private static String subnet(InetSocketAddress peer) {
        InetAddress address = peer.getAddress();
        if (address == null) return peer.getHostString();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, SUBNET)
                : address.getHostAddress();
    }

    private static RedisRateLimiter.Config config(Rate rate) {
        return new RedisRateLimiter.Config().setReplenishRate(rate.perSecond()).setBurstCapacity(rate.burst());
    }
}
