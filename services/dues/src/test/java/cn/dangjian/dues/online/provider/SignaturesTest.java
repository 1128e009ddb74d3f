package cn.dangjian.dues.online.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.JOSEException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final byte[] BODY = "{\"number\":\"1\"}".getBytes(UTF_8);
    private static final KeyPair PROVIDER = pair("provider");
    private static final KeyPair FORGER = pair("forger");

    private final Seal seal = Signatures.sign(PROVIDER.getPrivate(), "CALLBACK", BODY, NOW);

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void areGoodForAWhileOnly(long seconds, boolean right) {
        assertThat(isRight(seal, "CALLBACK", BODY, NOW.plusSeconds(seconds))).isEqualTo(right);
    }

    @Test
    void areOfOneTextForOnePurposeByOneKey() {
        assertThat(isRight(seal, "CALLBACK", "{}".getBytes(UTF_8), NOW)).isFalse();
        assertThat(isRight(seal, "POST /orders", BODY, NOW)).isFalse();
        assertThat(isRight(Signatures.sign(FORGER.getPrivate(), "CALLBACK", BODY, NOW), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal(seal.time(), "0123", seal.signature()), "CALLBACK", BODY, NOW))
                .isFalse();
    }

    @Test
    void areNotGuessed() {
        assertThat(isRight(new Seal(null, seal.nonce(), seal.signature()), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal(seal.time(), null, seal.signature()), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal(seal.time(), seal.nonce(), null), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal("yesterday", seal.nonce(), seal.signature()), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal("9223372036854775807", seal.nonce(), seal.signature()), "CALLBACK", BODY, NOW))
                .isFalse();
        assertThat(isRight(new Seal(seal.time(), seal.nonce(), "not base64!"), "CALLBACK", BODY, NOW))
                .isFalse();
    }

    private static boolean isRight(Seal seal, String what, byte[] body, Instant now) {
        return Signatures.isRight(PROVIDER.getPublic(), what, seal, body, now, WINDOW);
    }

    private static KeyPair pair(String name) {
        try {
            return Keys.rsa(name).toKeyPair();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
