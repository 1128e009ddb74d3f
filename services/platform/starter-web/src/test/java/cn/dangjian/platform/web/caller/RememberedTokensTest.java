package cn.dangjian.platform.web.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.caller.RememberedTokens.AskedEachTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final List<String> asked = new ArrayList<>();

    /** Each token ends in as many minutes as it says. */
    private Jwt decode(String token) {
        asked.add(token);
        if (token.isEmpty()) throw new BadJwtException("no token");
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOW.plus(Duration.ofMinutes(Long.parseLong(token))))
                .build();
    }

    private JwtDecoder at(Instant now, JwtDecoder decoder) {
        return RememberedTokens.of(decoder, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void asksOnceForEachToken() {
        var tokens = at(NOW, this::decode);

        for (var token : List.of("5", "6", "5", "6"))
            assertThat(tokens.decode(token).getSubject()).isEqualTo(token);

        assertThat(asked).containsExactly("5", "6");
    }

    @Test
    void remembersNoTokenBeyondItsEnd() {
        var tokens = at(NOW.plus(Duration.ofMinutes(5)), this::decode);

        tokens.decode("5");
        tokens.decode("5");

        assertThat(asked).containsExactly("5", "5");
    }

    @Test
    void remembersNoRefusal() {
        var tokens = at(NOW, this::decode);

        for (int i = 0; i < 2; i++) assertThatThrownBy(() -> tokens.decode("")).isInstanceOf(BadJwtException.class);

        assertThat(asked).hasSize(2);
    }

    @Test
    void leavesADecoderAsItIsThatAsksEachTime() {
        var tokens = at(NOW, (AskedEachTime) this::decode);

        tokens.decode("5");
        tokens.decode("5");

        assertThat(asked).hasSize(2);
    }
}
