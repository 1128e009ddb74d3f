package cn.dangjian.push.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Identity's keys cannot be fetched, and notification does not answer either. */
@ServiceTest
@TestPropertySource(
        properties = {
            "testkit.tokens=own",
            "NOTIFICATION_URL=http://127.0.0.1:1",
            "TOKEN_URL=http://127.0.0.1:1/oauth2/token",
            "SERVICE_CLIENT_SECRET=secret",
            "dangjian.feed.channel=keys-away-test"
        })
class KeysAwayTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Test
    void answers503InsteadOfRefusingTheToken() {
        var answer = api.get("/v1/stream").as(tokens.at(11111)).send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("service.unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(api.get("/actuator/health/readiness").send().status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        var answer = api.get("/v1/stream").as("nonsense").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("token.invalid");
    }
}
