package cn.dangjian.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.gateway.House;
import cn.dangjian.gateway.Token;
import cn.dangjian.gateway.problem.ProblemException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final House house = new House();
    private final Watch watch = new Watch();
    private final SigningKeys keys = new SigningKeys(house.url() + "/oauth2/jwks", Duration.ofMinutes(5), watch);

    @AfterEach
    void stop() {
        house.stop();
    }

    @Test
    void areFetchedAgainWhenTheyAreOld() throws Exception {
        assertThat(fetch(Token.of("1"))).extracting(JWK::getKeyID).containsExactly(House.KEY.getKeyID());
        fetch(Token.of("1"));
        assertThat(house.keyRequests()).isEqualTo(1);

        watch.now = watch.now.plus(Duration.ofMinutes(6));
        fetch(Token.of("1"));

        assertThat(house.keyRequests()).isEqualTo(2);
    }

    @Test
    void areFetchedForANewKeyOnceInAWhile() throws Exception {
        fetch(Token.of("1"));
        var unknown = Token.of("1").withUnknownKey();
        fetch(unknown);
        fetch(unknown);
        assertThat(house.keyRequests()).isEqualTo(1);

        watch.now = watch.now.plusSeconds(3);
        fetch(unknown);
        fetch(unknown);

        assertThat(house.keyRequests()).isEqualTo(2);
    }

    @Test
    void outliveTheIdentityService() throws Exception {
        fetch(Token.of("1"));
        house.stop();
        watch.now = watch.now.plus(Duration.ofHours(1));

        assertThat(fetch(Token.of("1"))).hasSize(1);
    }

    @Test
    void areMissedAsAnOutageNotAsABadToken() {
        house.stop();

        assertThatThrownBy(() -> fetch(Token.of("1")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("service.unavailable"));
    }

    private List<JWK> fetch(Token token) throws Exception {
        return keys.apply(SignedJWT.parse(token.text()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static class Watch extends Clock {

        private Instant now = Instant.parse("2026-07-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
