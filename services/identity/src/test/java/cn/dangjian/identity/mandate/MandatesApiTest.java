package cn.dangjian.identity.mandate;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandatesApiTest extends RunningIdentity {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.now(CHINA);

    private Someone county;
    private Someone otherCounty;
    private Someone secretary;
    private Someone deputy;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        otherCounty = fixtures.anActiveAccountAt(121);
        secretary = fixtures.anActiveAccountAt(1111);
        deputy = fixtures.anActiveAccountAt(11111);
    }

    @Test
    void letsADeputyActForAPostAndSaysSoInTheToken() throws ParseException {
        long mandate = given(give(secretary, Map.of()));

        var session = actWith(mandate);

        var claims = SignedJWT.parse(accessToken(session)).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(String.valueOf(deputy.account()));
        assertThat(claims.getLongClaim("mandate")).isEqualTo(mandate);
        assertThat(claims.getLongClaim("post")).isEqualTo(secretary.post());
        assertThat(claims.getLongClaim("unit")).isEqualTo(1111);
        assertThat(claims.getStringClaim("duty")).isEqualTo("test");
        var midnight = TODAY.plusDays(8).atStartOfDay(CHINA).toInstant();
        assertThat(claims.getExpirationTime().toInstant()).isBeforeOrEqualTo(midnight);
        var me = api.get("/v1/me").as(accessToken(session)).send().json();
        assertThat(me.path("id").asLong()).isEqualTo(deputy.account());
        assertThat(me.path("mandate").asLong()).isEqualTo(mandate);
    }

    @Test
    void changesToAMandateAndBackWithinTheSession() throws ParseException {
        long mandate = given(give(secretary, Map.of()));
        var own = oauth.signIn(deputy.login(), PASSWORD);

        var acting = act(accessToken(own), Map.of("mandate", mandate));
        var back = act(accessToken(acting), Map.of("post", deputy.post()));

        assertThat(SignedJWT.parse(accessToken(acting)).getJWTClaimsSet().getLongClaim("unit"))
                .isEqualTo(1111);
        assertThat(SignedJWT.parse(accessToken(back)).getJWTClaimsSet().getClaims())
                .doesNotContainKey("mandate");
    }

    @Test
    void isGivenByTheHolderOrFromAboveAndByNobodyElse() {
        assertThat(give(county, Map.of()).status()).isEqualTo(201);
        var colleague = fixtures.anActiveAccountAt(1111);
        assertThat(give(colleague, Map.of()).problem()).isEqualTo("mandate.not-yours");
        assertThat(give(deputy, Map.of()).problem()).isEqualTo("appointment.unknown");
    }

    @Test
    void isNotPassedOn() {
        long mandate = given(give(secretary, Map.of()));
        var third = fixtures.anActiveAccountAt(11112);

        String acting = accessToken(actWith(mandate));
        var passed = give(acting, Map.of("deputy", third.account()));
        var below = give(acting, Map.of("post", third.post(), "deputy", deputy.account()));

        assertThat(passed.status()).isEqualTo(403);
        assertThat(passed.problem()).isEqualTo("mandate.passed-on");
        assertThat(below.problem()).isEqualTo("mandate.passed-on");
    }

    @ParameterizedTest
    @CsvSource({
        "post,     987654321,  404, appointment.unknown",
        "post,     0,          400, body.invalid",
        "deputy,   987654321,  404, account.unknown",
        "duty,     secretary,  422, mandate.beyond",
        "duty,     '',         400, body.invalid",
        "from,     2020-01-01, 422, mandate.days",
        "until,    2020-01-01, 422, mandate.days",
        "document, ' ',        422, mandate.no-ground",
        "rank,     first,      400, body.unknown-field"
    })
    void refusesWhatCannotBe(String field, String value, int status, String problem) {
        var answer = give(secretary, Map.of(field, value.matches("[0-9]+") ? (Object) Long.valueOf(value) : value));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(mandates()).isZero();
    }

    @Test
    void goesNeitherToTheHolderNorToTheGiverNorTwice() {
        assertThat(give(secretary, Map.of("deputy", secretary.account())).problem())
                .isEqualTo("mandate.oneself");
        assertThat(give(county, Map.of("deputy", county.account())).problem()).isEqualTo("mandate.oneself");
        given(give(secretary, Map.of()));
        assertThat(give(secretary, Map.of()).problem()).isEqualTo("mandate.held");
        assertThat(mandates()).isEqualTo(1);
    }

    @Test
    void lastsNoLongerThanThePost() {
        jdbc.sql("update post set until_day = :day where id = :post")
                .param("day", TODAY.plusDays(3))
                .param("post", secretary.post())
                .update();

        assertThat(give(secretary, Map.of("until", TODAY.plusDays(4).toString()))
                        .problem())
                .isEqualTo("mandate.days");
        assertThat(give(secretary, Map.of("until", TODAY.plusDays(3).toString()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givesNothingBeforeItsFirstDay() {
        long mandate = given(give(secretary, Map.of("from", TODAY.plusDays(1).toString())));

        assertThat(actWith(mandate).status()).isEqualTo(400);
    }

    @Test
    void endsAtOnceWhenItIsRevoked() {
        long mandate = given(give(secretary, Map.of()));
        var acting = actWith(mandate);
        var own = oauth.signIn(deputy.login(), PASSWORD);

        assertThat(revoke(secretary, mandate).status()).isEqualTo(204);

        assertThat(api.get("/v1/me").as(accessToken(acting)).send().status()).isEqualTo(401);
        assertThat(oauth.refresh(refreshToken(acting)).status()).isEqualTo(400);
        assertThat(actWith(mandate).status()).isEqualTo(400);
        assertThat(oauth.refresh(refreshToken(own)).status()).isEqualTo(200);
        assertThat(revoke(secretary, mandate).problem()).isEqualTo("mandate.over");
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        long mandate = given(give(secretary, Map.of()));
        var acting = actWith(mandate);

        jdbc.sql("update mandate set from_day = :day, until_day = :day where id = :id")
                .param("day", TODAY.minusDays(1))
                .param("id", mandate)
                .update();

        assertThat(oauth.refresh(refreshToken(acting)).status()).isEqualTo(400);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(
                        api.get("/v1/me").as(accessToken(acting)).send().status())
                .isEqualTo(401));
    }

    @Test
    void endsWithThePostAndWithTheAccessOfItsHolder() {
        long mandate = given(give(secretary, Map.of()));
        var acting = actWith(mandate);

        api.post("/v1/accounts/" + secretary.account() + "/lock")
                .as(fixtures.token(county))
                .send();

        assertThat(api.get("/v1/me").as(accessToken(acting)).send().status()).isEqualTo(401);
        assertThat(oauth.refresh(refreshToken(acting)).status()).isEqualTo(400);
        assertThat(actWith(mandate).status()).isEqualTo(400);

        api.post("/v1/accounts/" + secretary.account() + "/unlock")
                .as(fixtures.token(county))
                .send();
        assertThat(actWith(mandate).status()).isEqualTo(200);
        api.post("/v1/posts/" + secretary.post() + "/end", Map.of("reason", "免职"))
                .as(fixtures.token(county))
                .send();
        assertThat(actWith(mandate).status()).isEqualTo(400);
    }

    @Test
    void isSeenByWhomItConcernsAndFromAbove() {
        long mandate = given(give(secretary, Map.of()));

        for (var someone : new Someone[] {secretary, deputy}) {
            var own = api.get("/v1/me/mandates")
                    .as(fixtures.token(someone))
                    .send()
                    .json();
            assertThat(own.path("items").valueStream().map(one -> one.path("id").asLong()))
                    .contains(mandate);
        }
        assertThat(pages(county)).contains(mandate);
        assertThat(pages(otherCounty)).doesNotContain(mandate);
        assertThat(revoke(otherCounty, mandate).problem()).isEqualTo("mandate.unknown");
        assertThat(revoke(fixtures.anActiveAccountAt(1111), mandate).problem()).isEqualTo("mandate.not-yours");
        assertThat(give(otherCounty, Map.of()).problem()).isEqualTo("appointment.unknown");
        assertThat(give(secretary, Map.of("deputy", otherCounty.account())).problem())
                .isEqualTo("account.unknown");
        assertThat(revoke(county, mandate).status()).isEqualTo(204);
    }

    @Test
    void opensNoDoorWithoutAToken() {
        assertThat(api.get("/v1/mandates").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/me/mandates").send().status()).isEqualTo(401);
        assertThat(api.post("/v1/mandates", Map.of()).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/mandates/1/revocation", Map.of()).send().status())
                .isEqualTo(401);
        assertThat(api.post("/v1/mandates/1/revocation", Map.of())
                        .as(fixtures.token(county))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private List<Long> pages(Someone by) {
        var ids = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/v1/mandates?limit=2&cursor=" + cursor)
                    .as(fixtures.token(by))
                    .send()
                    .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private Answer give(Someone by, Map<String, ?> more) {
        return give(fixtures.token(by), more);
    }

    private Answer give(String token, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("post", secretary.post());
        body.put("deputy", deputy.account());
        body.put("duty", "test");
        body.put("from", TODAY.toString());
        body.put("until", TODAY.plusDays(7).toString());
        body.put("document", "组发〔2026〕1 号");
        body.putAll(more);
        return api.post("/v1/mandates", body).as(token).key().send();
    }

    private Answer revoke(Someone by, long mandate) {
        return api.post("/v1/mandates/" + mandate + "/revocation", Map.of("reason", "本人返岗"))
                .as(fixtures.token(by))
                .send();
    }

    private Answer actWith(long mandate) {
        return oauth.signIn(deputy.login(), PASSWORD, Map.of("mandate", String.valueOf(mandate)));
    }

    private Answer act(String token, Map<String, ?> body) {
        return api.post("/v1/me/acting-post", body).as(token).send();
    }

    private long mandates() {
        return jdbc.sql("select count(*) from mandate where deputy = ? or post = ?")
                .param(deputy.account())
                .param(secretary.post())
                .query(Long.class)
                .single();
    }

    private static long given(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }
}
