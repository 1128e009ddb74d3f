package cn.dangjian.identity.post;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import com.nimbusds.jwt.SignedJWT;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateAccountTest extends RunningIdentity {

    private static final int NEW_UNIT = 555_001;

    /** The breaker is shared with every other test: each begins and ends with it closed. */
    @BeforeEach
    @AfterEach
    void recover() {
        ORGANIZATION.answers(404, "{}");
        await().atMost(10, SECONDS).until(() -> create(NEW_UNIT).status() == 422);
        await().atMost(10, SECONDS).until(() -> create(NEW_UNIT).status() == 422);
    }

    @Test
    void opensOneMoreAccountAtAUnitItKnowsWithoutAsking() {
        ORGANIZATION.answers(500, "{}");

        var answer = create(11113);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("login").asString())
                .isEqualTo("9811113." + answer.json().path("id").asLong());
        assertThat(answer.json().path("duty").asString()).isEqualTo("discipline");
        assertThat(ORGANIZATION.calls()).isZero();
        long post = answer.json().path("post").asLong();
        await().atMost(20, SECONDS).until(() -> broker.heardOf("identity.posts-changed.v1").stream()
                .anyMatch(event -> "account:1".equals(event.path("subject").asString())
                        && event.path("data").path("posts").get(0).path("post").asLong() == post));
    }

    @Test
    void asksOrganizationAboutAUnitItHasNotHeardOf() throws Exception {
        ORGANIZATION.answers(200, """
            {"id": 555001, "code": "555001", "name": "新村", "tier": "VILLAGE", "more": {"than": "is read"}}\
            """);

        var answer = create(NEW_UNIT);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("login").asString()).startsWith("555001.");
        assertThat(ORGANIZATION.calls()).isEqualTo(1);
        String bearer = String.valueOf(ORGANIZATION.authorization());
        var claims = SignedJWT.parse(bearer.substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("identity");
        assertThat(claims.getBooleanClaim("svc")).isTrue();
    }

    @Test
    void refusesAUnitThatOrganizationDoesNotKnow() {
        var answer = create(NEW_UNIT);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "403, {}", "200, not JSON", "200, ''"})
    void saysThatItCannotConfirmWhenOrganizationFails(int status, String body) {
        ORGANIZATION.answers(status, body);

        var answer = create(NEW_UNIT);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unit.unconfirmed");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(accountsAt(NEW_UNIT)).isZero();
    }

    @Test
    void waitsNoLongerThanItsTimeoutAndThenAsksNoMore() {
        ORGANIZATION.hangs();

        IntStream.range(0, 4).forEach(i -> assertThat(create(NEW_UNIT).status()).isEqualTo(503));
        int asked = ORGANIZATION.calls();
        var open = create(NEW_UNIT);

        assertThat(open.problem()).isEqualTo("unit.unconfirmed");
        assertThat(asked).isLessThanOrEqualTo(4);
        assertThat(ORGANIZATION.calls()).isEqualTo(asked);
        assertThat(accountsAt(NEW_UNIT)).isZero();
    }

    @Test
    void opensAnAccountOnceForOneKey() {
        var request = request(11112);
        String key = "0123456789abcdef";

        var first = api.post("/v1/accounts", request)
                .as(fixtures.administrator())
                .key(key)
                .send();
        var second = api.post("/v1/accounts", request)
                .as(fixtures.administrator())
                .key(key)
                .send();
        var other = api.post("/v1/accounts", request(11113))
                .as(fixtures.administrator())
                .key(key)
                .send();

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.problem()).isEqualTo("idempotency.other-payload");
        assertThat(accountsAt(11112)).isEqualTo(1);
    }

    @Test
    void isForTheAdministratorOnly() {
        var county = fixtures.anActiveAccountAt(111);

        assertThat(api.post("/v1/accounts", request(11111))
                        .as(fixtures.token(county))
                        .key()
                        .send()
                        .problem())
                .isEqualTo("caller.not-administrator");
        assertThat(api.post("/v1/accounts", request(11111))
                        .as(fixtures.administrator())
                        .send()
                        .problem())
                .isEqualTo("idempotency.missing");
        assertThat(api.post("/v1/accounts", Map.of("unit", -1, "displayName", "", "duty", "Not A Duty"))
                        .as(fixtures.administrator())
                        .key()
                        .send()
                        .json()
                        .path("errors"))
                .hasSize(3);
    }

    private Answer create(long unit) {
        return api.post("/v1/accounts", request(unit))
                .as(fixtures.administrator())
                .key()
                .send();
    }

    private static Map<String, Object> request(long unit) {
        return new LinkedHashMap<>(Map.of("unit", unit, "displayName", "纪检委员", "duty", "discipline"));
    }

    private long accountsAt(long unit) {
        return jdbc.sql("select count(*) from post where unit = ? and duty = 'discipline'")
                .param(unit)
                .query(Long.class)
                .single();
    }
}
