package cn.dangjian.gateway.token;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.gateway.problem.ProblemException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The public keys of the identity service, fetched when the first token comes. Tokens with invented key ids cannot make
 * the gateway fetch more than once in a few seconds, and keys that are known outlive the identity service.
 */
class SigningKeys implements Function<SignedJWT, Flux<JWK>> {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Clock clock;
    private final Duration keep;
    private final Mono<JWKSet> fetch;
    private volatile JWKSet keys = new JWKSet();
    private volatile Instant fetched = Instant.MIN;
    private volatile Instant tried = Instant.MIN;

    SigningKeys(String url, Duration keep, Clock clock) {
        this.clock = clock;
        this.keep = keep;
        this.fetch = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                .responseTimeout(Duration.ofSeconds(2))
                .get()
                .uri(url)
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IOException("Keys answered with " + response.status())))
                .map(SigningKeys::parse)
                .doOnSubscribe(start -> tried = clock.instant())
                .doOnNext(this::remember)
                .doOnError(error -> log.warn("The keys of {} cannot be fetched: {}", url, error.toString()))
                // requests that come meanwhile share one fetch, later ones begin another
                .cache(keys -> Duration.ZERO, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        boolean known = keys.getKeyByKeyId(token.getHeader().getKeyID()) != null;
        boolean fresh = fetched.isAfter(clock.instant().minus(keep));
        boolean mayTry = tried.isBefore(clock.instant().minus(BETWEEN_TRIES));
        if ((known && fresh) || (!mayTry && isAvailable())) return Flux.fromIterable(keys.getKeys());
        return fetch.onErrorResume(error -> isAvailable() ? Mono.just(keys) : Mono.error(unavailable(error)))
                .flatMapIterable(JWKSet::getKeys);
    }

    private boolean isAvailable() {
        return !keys.isEmpty();
    }

    private void remember(JWKSet answer) {
        keys = answer;
        fetched = clock.instant();
    }

    private static JWKSet parse(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a key set", e);
        }
    }

    private static ProblemException unavailable(Throwable error) {
        return new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", BETWEEN_TRIES, error);
    }
}
