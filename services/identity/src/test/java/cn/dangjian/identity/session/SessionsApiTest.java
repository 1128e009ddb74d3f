package cn.dangjian.identity.session;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionsApiTest extends RunningIdentity {

    private Someone county;
    private Someone otherCounty;
    private Someone person;
    private Answer phone;
    private Answer desk;

    @BeforeEach
    void somebodySignedInTwice() {
        county = fixtures.anActiveAccountAt(111);
        otherCounty = fixtures.anActiveAccountAt(121);
        person = fixtures.anActiveAccountAt(11111);
        phone = oauth.signIn(person.login(), PASSWORD);
        desk = oauth.signIn(person.login(), PASSWORD);
    }

    @Test
    void listsWhereOneIsSignedIn() {
        var sessions = own(phone);

        assertThat(sessions).hasSize(2).allSatisfy(session -> {
            assertThat(session.path("client").asString()).isEqualTo("dangjian-app");
            assertThat(session.path("address").asString()).isEqualTo("127.0.0.1");
            assertThat(session.path("post").asLong()).isEqualTo(person.post());
            assertThat(session.path("unitName").asString()).startsWith("示范");
            assertThat(session.path("beganAt").asString()).isNotBlank();
        });
        assertThat(sessions.stream().map(session -> session.path("current").asBoolean()))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void endsOneSessionAndLeavesTheOther() {
        String lost = id(desk);

        assertThat(end("/v1/me/sessions/" + lost, accessToken(phone)).status()).isEqualTo(204);

        assertThat(api.get("/v1/me").as(accessToken(desk)).send().status()).isEqualTo(401);
        assertThat(oauth.refresh(refreshToken(desk)).status()).isEqualTo(400);
        var next = oauth.refresh(refreshToken(phone));
        assertThat(next.status()).isEqualTo(200);
        assertThat(own(next)).hasSize(1);
        assertThat(end("/v1/me/sessions/" + lost, accessToken(next)).problem()).isEqualTo("session.unknown");
    }

    @Test
    void endsAllSessionsButThisOne() {
        assertThat(end("/v1/me/sessions", accessToken(phone)).status()).isEqualTo(204);

        assertThat(oauth.refresh(refreshToken(desk)).status()).isEqualTo(400);
        assertThat(oauth.refresh(refreshToken(phone)).status()).isEqualTo(200);
    }

    @Test
    void keepsOnlyTheSessionInWhichThePasswordWasChanged() {
        var changed = api.put("/v1/me/password", Map.of("oldPassword", PASSWORD, "newPassword", "an even better one"))
                .as(accessToken(phone))
                .send();

        assertThat(changed.status()).isEqualTo(204);
        assertThat(api.get("/v1/me").as(accessToken(desk)).send().status()).isEqualTo(401);
        assertThat(oauth.refresh(refreshToken(desk)).status()).isEqualTo(400);
        assertThat(oauth.refresh(refreshToken(phone)).status()).isEqualTo(200);
    }

    @Test
    void showsNoSessionThatWasSignedOut() {
        oauth.form("/oauth2/revoke", Map.of("client_id", "dangjian-app", "token", refreshToken(desk)));

        assertThat(own(phone)).hasSize(1);
    }

    @Test
    void letsAUnitAboveSeeAndEndThem() {
        String sessions = "/v1/accounts/" + person.account() + "/sessions";
        var seen = api.get(sessions).as(fixtures.token(county)).send();
        assertThat(seen.json().path("items")).hasSize(2);

        assertThat(end(sessions + "/" + id(desk), fixtures.token(county)).status())
                .isEqualTo(204);
        assertThat(oauth.refresh(refreshToken(desk)).status()).isEqualTo(400);
        var next = oauth.refresh(refreshToken(phone));
        assertThat(next.status()).isEqualTo(200);

        assertThat(end(sessions, fixtures.token(county)).status()).isEqualTo(204);
        assertThat(oauth.refresh(refreshToken(next)).status()).isEqualTo(400);
        assertThat(api.get("/v1/me").as(accessToken(next)).send().status()).isEqualTo(401);
    }

    @Test
    void leavesColleaguesToTheUnitAbove() {
        var colleague = fixtures.anActiveAccountAt(11111);
        String sessions = "/v1/accounts/" + person.account() + "/sessions";

        assertThat(end(sessions, fixtures.token(colleague)).problem()).isEqualTo("account.not-below");
        assertThat(api.get(sessions).as(fixtures.token(colleague)).send().problem())
                .isEqualTo("account.not-below");
    }

    @Test
    void knowsNothingOfOtherCounties() {
        String sessions = "/v1/accounts/" + person.account() + "/sessions";
        String token = fixtures.token(otherCounty);

        assertThat(api.get(sessions).as(token).send().problem()).isEqualTo("account.unknown");
        assertThat(end(sessions, token).problem()).isEqualTo("account.unknown");
        assertThat(end(sessions + "/" + id(desk), token).problem()).isEqualTo("account.unknown");
        assertThat(end("/v1/me/sessions/" + id(desk), token).problem()).isEqualTo("session.unknown");
        assertThat(oauth.refresh(refreshToken(desk)).status()).isEqualTo(200);
    }

    @Test
    void opensNoDoorWithoutAToken() {
        for (String path : List.of("/v1/me/sessions", "/v1/accounts/1/sessions", "/v1/me/sign-ins")) {
            assertThat(api.get(path).send().status()).as(path).isEqualTo(401);
        }
        for (String path : List.of(
                "/v1/me/sessions", "/v1/me/sessions/x", "/v1/accounts/1/sessions", "/v1/accounts/1/sessions/x")) {
            assertThat(api.delete(path).send().status()).as(path).isEqualTo(401);
        }
    }

    private Answer end(String path, String token) {
        return api.delete(path).as(token).send();
    }

    private List<JsonNode> own(Answer signedIn) {
        var answer = api.get("/v1/me/sessions").as(accessToken(signedIn)).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private String id(Answer signedIn) {
        return jdbc.sql("select id from oauth2_authorization where refresh_token_value = concat('sha256:', sha2(?,"
                        + " 256))")
                .param(refreshToken(signedIn))
                .query(String.class)
                .single();
    }
}
