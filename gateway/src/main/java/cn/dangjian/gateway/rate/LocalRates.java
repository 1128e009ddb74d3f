package cn.dangjian.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * 本机计数: counts here, each replica for itself, what has to be counted although Redis does not answer. Whoever floods the
 * ways in slows Redis down with everything else, and would be let through for it.
 */
@Component
class LocalRates {

    private static final int MOST_CALLERS = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Map<String, RateLimiterConfig> configs = new ConcurrentHashMap<>();
    private final Cache<String, RateLimiter> callers = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(KEPT)
            .build();

    /** From now on a bucket is counted: its burst in the time in which it fills up again. */
    void count(String bucket, Rate rate) {
        configs.put(
                bucket,
                RateLimiterConfig.custom()
                        .limitForPeriod(rate.burst())
                        .limitRefreshPeriod(Duration.ofSeconds(rate.burst()).dividedBy(rate.perSecond()))
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }

    /** Whether one more request of a caller fits; always for a bucket that is not counted. */
    boolean isAllowed(String bucket, String caller) {
        var config = configs.get(bucket);
        if (config == null) return true;
        var name = bucket + " " + caller;
        return Objects.requireNonNull(callers.get(name, any -> RateLimiter.of(any, config)))
                .acquirePermission();
    }
}
