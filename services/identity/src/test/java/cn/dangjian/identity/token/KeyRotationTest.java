package cn.dangjian.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final TokenSettings SETTINGS = new TokenSettings(
            "http://test/identity",
            "dangjian",
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            Duration.ofDays(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void signsWithTheFirstKeyAndBelievesAll() throws Exception {
        var old = Keys.rsa("identity", "old");
        var next = Keys.rsa("identity-next", "next");
        var before = configuration(new JWKSet(List.of(old, next)));
        var after = configuration(new JWKSet(List.of(next, old)));

        String oldToken = token(before);
        String newToken = token(after);

        assertThat(SignedJWT.parse(oldToken).getHeader().getKeyID()).isEqualTo("old");
        assertThat(SignedJWT.parse(newToken).getHeader().getKeyID()).isEqualTo("next");
        for (var keys : List.of(before, after)) {
            var tokens = new TokenConfiguration();
            var decoder = tokens.jwtDecoder(tokens.jwkSource(keys), SETTINGS, null, null);
            assertThat(decoder.decode(oldToken).getSubject()).isEqualTo("identity");
            assertThat(decoder.decode(newToken).getSubject()).isEqualTo("identity");
        }
    }

    private SigningKeys configuration(JWKSet keys) throws Exception {
        var file = Files.createTempFile(folder, "keys", ".json");
        Files.writeString(file, keys.toString(false));
        return SigningKeys.load(new SigningKeySettings(file, false));
    }

    private static String token(SigningKeys keys) {
        var tokens = new TokenConfiguration();
        return tokens.serviceTokens(tokens.jwtEncoder(tokens.jwkSource(keys)), SETTINGS, Clock.systemUTC())
                .bearer();
    }
}
