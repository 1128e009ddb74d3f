package cn.dangjian.identity.account;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsApiTest extends RunningIdentity {

    private Someone county;
    private Someone village;
    private Someone otherCounty;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        village = fixtures.anActiveAccountAt(11111);
        otherCounty = fixtures.anActiveAccountAt(121);
    }

    @Test
    void listsTheSubtreeInPages() {
        var logins = new ArrayList<String>();
        var posts = new ArrayList<Long>();
        @Nullable String cursor = "";
        do {
            var page = api.get("/v1/accounts?limit=2&cursor=" + cursor)
                    .as(fixtures.token(county))
                    .send();
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(item -> {
                logins.add(item.path("login").asString());
                posts.add(item.path("post").asLong());
            });
            cursor = page.json().path("next").isNull()
                    ? null
                    : page.json().path("next").asString();
        } while (cursor != null);

        assertThat(logins).contains(county.login(), village.login()).doesNotContain(otherCounty.login());
        // an account stands there once for each of its posts
        assertThat(posts).doesNotHaveDuplicates();
    }

    @Test
    void refusesADamagedCursorAndTooMuch() {
        assertThat(api.get("/v1/accounts?cursor=abc")
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("cursor.invalid");
        assertThat(api.get("/v1/accounts?limit=1000")
                        .as(fixtures.token(county))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesAccessFromAnAccountBelowAndGivesItBack() {
        String refresh = oauth.signIn(village.login(), PASSWORD)
                .json()
                .path("refresh_token")
                .asString();

        assertThat(change(county, village, "lock").status()).isEqualTo(204);
        assertThat(change(county, village, "lock").status()).isEqualTo(204);
        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(400);
        assertThat(oauth.refresh(refresh).status()).isEqualTo(400);

        assertThat(change(county, village, "unlock").status()).isEqualTo(204);
        var again = oauth.signIn(village.login(), PASSWORD);
        assertThat(again.status()).isEqualTo(200);
        assertThat(jdbc.sql("select authz_version from account where id = ?")
                        .param(village.account())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void liftsALockOut() {
        IntStream.range(0, 5).forEach(i -> oauth.signIn(village.login(), "wrong password"));

        assertThat(change(county, village, "unlock").status()).isEqualTo(204);

        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void knowsNothingOfOtherCounties() {
        for (String what : List.of("lock", "unlock")) {
            var hidden = change(otherCounty, village, what);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.problem()).isEqualTo("account.unknown");
            assertThat(change(village, county, what).status()).isEqualTo(404);
        }
        assertThat(api.post("/v1/accounts/987654321/lock")
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("account.unknown");
        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void leavesItsOwnUnitToTheUnitAbove() {
        var colleague = fixtures.anActiveAccountAt(111);

        assertThat(change(county, county, "lock").problem()).isEqualTo("account.not-below");
        assertThat(change(county, colleague, "lock").problem()).isEqualTo("account.not-below");
        assertThat(api.post("/v1/accounts/" + colleague.account() + "/lock")
                        .as(fixtures.administrator())
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void doesNotTouchTheAdministrator() {
        long admin = jdbc.sql("select id from account where login = 'admin'")
                .query(Long.class)
                .single();
        jdbc.sql("insert into post (account, unit, duty, active, since) values (?, 11111, 'test', true, now(6))")
                .param(admin)
                .update();

        assertThat(api.post("/v1/accounts/" + admin + "/lock")
                        .as(fixtures.token(county))
                        .send()
                        .status())
                .isEqualTo(404);
        jdbc.sql("delete from post where account = ?").param(admin).update();
    }

    @Test
    void changesThePasswordAndEndsEverySession() {
        String refresh = oauth.signIn(village.login(), PASSWORD)
                .json()
                .path("refresh_token")
                .asString();

        assertThat(password(village, PASSWORD, "an even better one").status()).isEqualTo(204);

        assertThat(oauth.refresh(refresh).status()).isEqualTo(400);
        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(400);
        assertThat(oauth.signIn(village.login(), "an even better one").status()).isEqualTo(200);
    }

    @Test
    void changesNoPasswordWithoutTheOldOne() {
        assertThat(password(village, "not the old one", "an even better one").problem())
                .isEqualTo("password.wrong");
        assertThat(password(village, PASSWORD, "too short").problem()).isEqualTo("password.weak");
        IntStream.range(0, 4).forEach(i -> password(village, "not the old one", "an even better one"));
        jdbc.sql("update attempt_failure set next_at = now(6) + interval 20 second where account = ?")
                .param(village.account())
                .update();
        assertThat(password(village, PASSWORD, "an even better one").problem()).isEqualTo("sign-in.wait");
    }

    @Test
    void opensNoDoorWithoutAGoodToken() {
        String good = fixtures.token(village);
        String forged = good.substring(0, good.lastIndexOf('.')) + ".AAAA";
        String unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";

        for (String token : List.of(
                fixtures.expired(village), forged, unsigned, fixtures.forAnotherAudience(village), "nonsense")) {
            var answer = api.get("/v1/me").as(token).send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token.invalid");
        }
        assertThat(api.get("/v1/me").send().problem()).isEqualTo("token.missing");
        assertThat(api.get("/v1/me").as(fixtures.service("task")).send().problem())
                .isEqualTo("account.none");
        assertThat(api.get("/v1/accounts").as(fixtures.service("task")).send().status())
                .isEqualTo(403);
    }

    private Answer change(Someone by, Someone account, String what) {
        return api.post("/v1/accounts/" + account.account() + "/" + what)
                .as(fixtures.token(by))
                .send();
    }

    private Answer password(Someone someone, String oldPassword, String newPassword) {
        return api.put("/v1/me/password", Map.of("oldPassword", oldPassword, "newPassword", newPassword))
                .as(fixtures.token(someone))
                .send();
    }
}
