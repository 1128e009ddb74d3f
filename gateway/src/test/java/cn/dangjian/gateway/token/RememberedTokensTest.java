package cn.dangjian.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final List<String> asked = new ArrayList<>();

    /** Each token ends in as many minutes as it says. */
    private Mono<Jwt> decode(String token) {
        asked.add(token);
        if (token.isEmpty()) return Mono.error(new BadJwtException("no token"));
        return Mono.just(Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOW.plus(Duration.ofMinutes(Long.parseLong(token))))
                .build());
    }

    private RememberedTokens at(Instant now) {
        return new RememberedTokens(this::decode, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void asksOnceForEachToken() {
        var tokens = at(NOW);

        for (var token : List.of("5", "6", "5", "6"))
            assertThat(tokens.decode(token).map(Jwt::getSubject).block()).isEqualTo(token);

        assertThat(asked).containsExactly("5", "6");
    }

    @Test
    void remembersNoTokenBeyondItsEndAndNoRefusal() {
        var tokens = at(NOW.plus(Duration.ofMinutes(5)));

        for (int i = 0; i < 2; i++) {
            tokens.decode("5").block();
            tokens.decode("").onErrorComplete().block();
        }

        assertThat(asked).containsExactly("5", "", "5", "");
    }
}
