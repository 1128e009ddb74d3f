package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.caller.ServiceTokens;
import cn.dangjian.platform.web.trial.Issuer.Mood;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "testkit.tokens=own")
class IssuerTest {

    private static final Issuer ISSUER = new Issuer();

    @Autowired
    Api api;

    @Autowired
    ServiceTokens serviceTokens;

    @Value("${TOKEN_ISSUER}")
    String name;

    @DynamicPropertySource
    static void whereTheIssuerIs(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> ISSUER.url() + "/jwks");
        properties.add("dangjian.token.token-url", () -> ISSUER.url() + "/token");
        properties.add("dangjian.token.client-secret", () -> "trial-secret");
        properties.add("dangjian.token.timeout", () -> "2s");
    }

    @BeforeEach
    void anIssuerThatIsWell() {
        ISSUER.mood = Mood.WELL;
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @Test
    void letsInWhomTheIssuerHasSigned() {
        assertThat(knock(ISSUER.sign(Issuer.claims(name).build())).status()).isEqualTo(200);
    }

    @Test
    void refusesEveryOtherToken() {
        var good = Issuer.claims(name);
        var hourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
        var inAnHour = Date.from(Instant.now().plus(Duration.ofHours(1)));
        var tokens = List.of(
                ISSUER.sign(Issuer.claims(name).expirationTime(hourAgo).build()),
                ISSUER.sign(Issuer.claims(name).notBeforeTime(inAnHour).build()),
                ISSUER.sign(Issuer.claims("http://elsewhere/identity").build()),
                ISSUER.sign(Issuer.claims(name).audience("elsewhere").build()),
                ISSUER.sign(Issuer.claims(name).audience((String) null).build()),
                ISSUER.forge(good.build()),
                ISSUER.signWithThePublicKey(good.build()),
                Issuer.unsigned(good.build()),
                ISSUER.sign(good.build()).replaceFirst("\\.[^.]*$", "."),
                "nonsense",
                "a.b.c");

        for (String token : tokens) {
            var answer = knock(token);

            assertThat(answer.status()).as(token + " " + answer).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token.invalid");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void refusesATokenWhoseSubjectIsNoAccount() {
        var answer = knock(ISSUER.sign(Issuer.claims(name).subject("nobody").build()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("token.invalid");
    }

    @ParameterizedTest
    @EnumSource(names = "WELL", mode = EnumSource.Mode.EXCLUDE)
    void saysThatItIsNotAvailableWhileKeysCannotBeFetchedAndRecoversByItself(Mood mood) {
        ISSUER.changeKey();
        var token = ISSUER.sign(Issuer.claims(name).build());
        ISSUER.mood = mood;
        var before = Instant.now();

        var answer = knock(token);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("service.unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));

        ISSUER.mood = Mood.WELL;
        assertThat(knock(token).status()).isEqualTo(200);
    }

    @Test
    void fetchesItsOwnTokenOnce() {
        var first = serviceTokens.bearer();
        int given = ISSUER.tokensGiven.get();

        assertThat(serviceTokens.bearer()).isEqualTo(first);
        assertThat(ISSUER.tokensGiven).hasValue(given);
    }

    @Test
    void fetchesANewTokenBeforeTheOldOneExpires() {
        ISSUER.tokenLife = 30;
        var soonOver = tokensFor("trial-secret");
        var first = soonOver.bearer();
        ISSUER.tokenLife = 900;

        var second = soonOver.bearer();

        assertThat(second).isNotEqualTo(first);
        assertThat(soonOver.bearer()).isEqualTo(second);
    }

    @Test
    void saysThatItGetsNoTokenOfItsOwn() {
        var stranger = tokensFor("wrong-secret");

        assertThatThrownBy(stranger::bearer).isInstanceOf(OAuth2AuthorizationException.class);
    }

    private static ServiceTokens tokensFor(String secret) {
        return ServiceTokens.byClientCredentials(
                "trial", secret, ISSUER.url() + "/token", new RestClientClientCredentialsTokenResponseClient());
    }

    private Answer knock(String token) {
        return api.get("/v1/callers/caller").as(token).send();
    }
}
