package cn.dangjian.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Remembers tokens for a while that were found good, as services do; none beyond its end. */
final class RememberedTokens implements ReactiveJwtDecoder {

    private static final Duration FOR = Duration.ofMinutes(1);
    private static final int MOST = 5000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> tokens =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

    RememberedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var known = tokens.getIfPresent(token);
            var end = known == null ? null : known.getExpiresAt();
            return known != null && end != null && clock.instant().isBefore(end)
                    ? Mono.just(known)
                    : decoder.decode(token).doOnNext(good -> tokens.put(token, good));
        });
    }
}
