package cn.dangjian.identity.session;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActingPostTest extends RunningIdentity {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Someone county;
    private Someone person;
    private long second;

    @BeforeEach
    void somebodyWithTwoPosts() {
        county = fixtures.anActiveAccountAt(111);
        person = fixtures.anActiveAccountAt(11111);
        second = fixtures.aPost(person, 11112, "secretary");
    }

    @Test
    void actsFromTheFirstPostUnlessToldOtherwise() {
        assertThat(claims(signIn(Map.of())).getClaim("unit")).isEqualTo(11111L);

        var chosen = signIn(Map.of("post", String.valueOf(second)));

        assertThat(claims(chosen).getClaim("unit")).isEqualTo(11112L);
        assertThat(claims(chosen).getClaim("duty")).isEqualTo("secretary");
        assertThat(claims(oauth.refresh(refreshToken(chosen))).getClaim("post")).isEqualTo(second);
    }

    @Test
    void signsNobodyInAtAPostOfAnother() {
        var other = fixtures.anActiveAccountAt(11113);

        assertThat(error(signIn(Map.of("post", String.valueOf(other.post()))))).isEqualTo("invalid_grant");
        assertThat(error(signIn(Map.of("post", "abc")))).isEqualTo("invalid_request");
        assertThat(error(signIn(Map.of("post", "1", "mandate", "1")))).isEqualTo("invalid_request");
    }

    @Test
    void changesToAnotherOwnPostWithinTheSession() throws ParseException {
        var first = signIn(Map.of());

        var changed = change(accessToken(first), Map.of("post", second));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("Cache-Control")).contains("no-store");
        var claims = claims(changed);
        assertThat(claims.getSubject()).isEqualTo(String.valueOf(person.account()));
        assertThat(claims.getLongClaim("unit")).isEqualTo(11112);
        assertThat(claims.getStringClaim("sid")).isEqualTo(claims(first).getStringClaim("sid"));
        var me = api.get("/v1/me").as(accessToken(changed)).send().json();
        assertThat(me.path("unit").asLong()).isEqualTo(11112);
        assertThat(claims(oauth.refresh(refreshToken(first))).getLongClaim("unit"))
                .isEqualTo(11112);
    }

    @ParameterizedTest
    @CsvSource({
        "post,    987654321, 404, acting.unknown",
        "mandate, 987654321, 404, acting.unknown",
        "post,    0,         400, body.invalid",
        "colour,  1,         400, body.unknown-field"
    })
    void changesToNothingElse(String field, long value, int status, String problem) {
        var answer = change(accessToken(signIn(Map.of())), Map.of(field, value));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void changesOneThingAtATimeAndOnlyWithASession() {
        String token = accessToken(signIn(Map.of()));

        assertThat(change(token, Map.of()).problem()).isEqualTo("acting.one-of-both");
        assertThat(change(token, Map.of("post", second, "mandate", 1)).problem())
                .isEqualTo("acting.one-of-both");
        assertThat(change(token, Map.of("post", county.post())).problem()).isEqualTo("acting.unknown");
        assertThat(change(fixtures.token(person), Map.of("post", second)).problem())
                .isEqualTo("acting.no-session");
        assertThat(change(fixtures.service("task"), Map.of("post", second)).status())
                .isEqualTo(403);
        assertThat(api.post("/v1/me/acting-post", Map.of("post", second)).send().status())
                .isEqualTo(401);
    }

    @Test
    void endsAccessWithThePostAndLeavesTheOtherPostAlone() {
        var here = signIn(Map.of("post", String.valueOf(second)));
        var there = signIn(Map.of());

        var ended = api.post("/v1/posts/" + second + "/end", Map.of("reason", "任期届满"))
                .as(fixtures.token(county))
                .send();

        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(api.get("/v1/me").as(accessToken(here)).send().status()).isEqualTo(401);
        assertThat(error(oauth.refresh(refreshToken(here)))).isEqualTo("invalid_grant");
        // the session of the other post goes on with its next token
        assertThat(api.get("/v1/me").as(accessToken(there)).send().status()).isEqualTo(401);
        var next = oauth.refresh(refreshToken(there));
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(api.get("/v1/me").as(accessToken(next)).send().status()).isEqualTo(200);
        awaitAnnounced(second, false);
    }

    @Test
    void endsAccessByItselfWhenTheTermIsOver() {
        var session = signIn(Map.of("post", String.valueOf(second)));

        days(second, "until_day", LocalDate.now(CHINA).minusDays(1));

        assertThat(error(oauth.refresh(refreshToken(session)))).isEqualTo("invalid_grant");
        assertThat(error(signIn(Map.of("post", String.valueOf(second))))).isEqualTo("invalid_grant");
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(
                        api.get("/v1/me").as(accessToken(session)).send().status())
                .isEqualTo(401));
        awaitAnnounced(second, false);
    }

    @Test
    void givesTokensThatLiveNoLongerThanTheTerm() {
        var today = LocalDate.now(CHINA);
        days(second, "until_day", today);

        var claims = claims(signIn(Map.of("post", String.valueOf(second))));

        var midnight = today.plusDays(1).atStartOfDay(CHINA).toInstant();
        assertThat(claims.getExpirationTime().toInstant()).isBeforeOrEqualTo(midnight);
    }

    @Test
    void beginsAPlannedPostOnItsDay() {
        var planned = api.post(
                        "/v1/posts",
                        Map.of(
                                "account",
                                person.account(),
                                "unit",
                                11113,
                                "duty",
                                "secretary",
                                "from",
                                LocalDate.now(CHINA).plusDays(1).toString()))
                .as(fixtures.token(county))
                .key()
                .send();
        long post = planned.json().path("post").asLong();
        assertThat(error(signIn(Map.of("post", String.valueOf(post))))).isEqualTo("invalid_grant");

        days(post, "from_day", LocalDate.now(CHINA));

        await().atMost(30, SECONDS)
                .until(() -> signIn(Map.of("post", String.valueOf(post))).status() == 200);
        awaitAnnounced(post, true);
    }

    private void awaitAnnounced(long post, boolean active) {
        await().atMost(30, SECONDS).until(() -> broker.heardOf("identity.posts-changed.v1").stream()
                .flatMap(event -> event.path("data").path("posts").valueStream())
                .anyMatch(one ->
                        one.path("post").asLong() == post && one.path("active").asBoolean() == active));
    }

    private void days(long post, String column, LocalDate day) {
        jdbc.sql("update post set " + column + " = :day where id = :post")
                .param("day", day)
                .param("post", post)
                .update();
    }

    private Answer signIn(Map<String, String> more) {
        return oauth.signIn(person.login(), PASSWORD, more);
    }

    private Answer change(String token, Map<String, ?> body) {
        return api.post("/v1/me/acting-post", body).as(token).send();
    }

    private static JWTClaimsSet claims(Answer answer) {
        try {
            return SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
