package cn.dangjian.identity.activation;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has a second post elsewhere is not taken over by the superior of the first. */
class SecondPostTest extends RunningIdentity {

    @Test
    void getsNoNewCodeFromBelowItsOtherPost() {
        var township = fixtures.anActiveAccountAt(1111);
        var person = fixtures.anActiveAccountAt(11111);
        assertThat(reset(township, 11111)).contains(person.login());

        fixtures.aPost(person, 111, "secretary");

        assertThat(reset(township, 11111)).doesNotContain(person.login());
        assertThat(reset(fixtures.anActiveAccountAt(11), 11111)).contains(person.login());
        assertThat(oauth.signIn(person.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void standsOnASheetOnce() {
        var county = fixtures.anActiveAccountAt(111);
        var person = fixtures.anActiveAccountAt(11121);
        fixtures.aPost(person, 11122, "secretary");

        assertThat(reset(county, 11121, 11122).stream().filter(person.login()::equals))
                .hasSize(1);
    }

    @Test
    void isLockedAndKickedOutFromAboveBothPostsOnly() {
        var county = fixtures.anActiveAccountAt(111);
        var person = fixtures.anActiveAccountAt(11111);
        fixtures.aPost(person, 12111, "secretary");
        String account = "/v1/accounts/" + person.account();

        assertThat(api.post(account + "/lock").as(fixtures.token(county)).send().problem())
                .isEqualTo("account.not-below");
        assertThat(api.delete(account + "/sessions")
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("account.not-below");
        assertThat(api.post(account + "/lock")
                        .as(fixtures.token(fixtures.anActiveAccountAt(1)))
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void losesTheAccessOfAUnitThatIsAbolishedAndKeepsTheOther() {
        String event = """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,
             "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":1,"code":"%d","name":"将撤销的村",
             "tier":"VILLAGE","kind":"VILLAGE_ORGANIZATION","domain":"RURAL","path":"000010jii1","validFrom":"2022-01-01",
             "validTo":%s}}\
            """;
        long unit = 910_001;
        broker.send(event.formatted(UUID.randomUUID(), unit, 1, unit, unit, "null"));
        await().atMost(30, SECONDS)
                .until(() -> jdbc.sql("select count(*) from post where unit = ?")
                                .param(unit)
                                .query(Long.class)
                                .single()
                        == 1);
        var person = fixtures.anActiveAccountAt(11111);
        long second = fixtures.aPost(person, unit, "secretary");
        var here = oauth.signIn(person.login(), PASSWORD, Map.of("post", String.valueOf(second)));
        var there = oauth.signIn(person.login(), PASSWORD);

        broker.send(event.formatted(UUID.randomUUID(), unit, 2, unit, unit, "\"2026-01-01\""));

        await().atMost(30, SECONDS)
                .until(() -> api.get("/v1/me").as(accessToken(here)).send().status() == 401);
        assertThat(oauth.refresh(refreshToken(here)).status()).isEqualTo(400);
        assertThat(oauth.refresh(refreshToken(there)).status()).isEqualTo(200);
    }

    private List<String> reset(Someone by, long... units) {
        var answer = api.post("/v1/activation-codes", Map.of("units", units, "reset", true))
                .as(fixtures.token(by))
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsString("login");
    }
}
