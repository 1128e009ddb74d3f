package cn.dangjian.identity.authority;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AuthorityApiTest extends RunningIdentity {

    private static final String ACCESS_CHANGED = "identity.access-changed.v1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    private Authority authority;

    @Autowired
    private TransactionTemplate transaction;

    private Someone county;
    private Someone person;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        person = fixtures.anActiveAccountAt(11111);
    }

    @Test
    void tellsTheHouseWithinSecondsWhatItsSchemaSays() {
        EventSchemas.validate(ACCESS_CHANGED, EventExamples.load(ACCESS_CHANGED));

        done(post("/v1/accounts/" + person.account() + "/lock", Map.of()));

        await().atMost(5, SECONDS).until(() -> broker.heardOf(ACCESS_CHANGED).stream()
                .anyMatch(event -> event.at("/data/account").asLong() == person.account()));
        broker.heardOf(ACCESS_CHANGED).forEach(event -> {
            EventSchemas.validate(ACCESS_CHANGED, event.toString());
            assertThat(event.path("version").asLong())
                    .isEqualTo(event.at("/data/version").asLong());
        });
    }

    @Test
    void announcesLockingAndUnlockingOnce() {
        for (String what : List.of("lock", "lock", "unlock", "unlock")) {
            done(post("/v1/accounts/" + person.account() + "/" + what, Map.of()));
        }

        assertThat(announced(person)).containsExactly(1L, 2L);
    }

    @Test
    void announcesTheEndOfAPost() {
        done(post("/v1/posts/" + person.post() + "/end", Map.of("reason", "换届")));

        assertThat(announced(person)).containsExactly(1L);
        assertThat(announced(county)).isEmpty();
    }

    @Test
    void announcesThatAPostWillEnd() {
        done(post("/v1/posts/" + person.post() + "/end", Map.of("reason", "换届", "lastDay", "2999-01-01")));

        assertThat(announced(person)).containsExactly(1L);
    }

    @Test
    void announcesATransfer() {
        done(post(
                "/v1/posts/" + person.post() + "/transfer",
                Map.of("unit", 11112, "duty", "secretary", "from", TODAY.toString())));

        assertThat(announced(person)).containsExactly(1L);
    }

    @Test
    void announcesTheEndOfAMandateAndOfThePostBehindIt() {
        var deputy = fixtures.anActiveAccountAt(11112);
        long mandate = mandateFor(deputy);
        oauth.signIn(deputy.login(), PASSWORD, Map.of("mandate", String.valueOf(mandate)));

        done(post("/v1/mandates/" + mandate + "/revocation", Map.of("reason", "返岗")));
        assertThat(announced(deputy)).containsExactly(1L);
        assertThat(announced(person)).isEmpty();

        long second = mandateFor(deputy);
        oauth.signIn(deputy.login(), PASSWORD, Map.of("mandate", String.valueOf(second)));
        done(post("/v1/accounts/" + person.account() + "/lock", Map.of()));

        assertThat(announced(deputy)).containsExactly(1L, 2L);
        assertThat(announced(person)).containsExactly(1L);
    }

    @Test
    void announcesAKickOutAndANewPassword() {
        String token = accessToken(oauth.signIn(person.login(), PASSWORD));
        var changed = api.put("/v1/me/password", Map.of("oldPassword", PASSWORD, "newPassword", "an even better one"))
                .as(token)
                .send();
        done(changed);
        assertThat(announced(person)).containsExactly(1L);

        done(api.delete("/v1/accounts/" + person.account() + "/sessions")
                .as(fixtures.token(county))
                .send());

        assertThat(announced(person)).containsExactly(1L, 2L);
    }

    @Test
    void announcesThatAUnitAndItsPostsAreGone() {
        var gone = fixtures.anActiveAccountAt(11122);

        broker.send(Province.changed(11122, 90).replace("\"validTo\":null", "\"validTo\":\"2026-01-31\""));

        await().until(() -> announced(gone).equals(List.of(1L)));
        broker.send(Province.changed(11122, 91));
        await().until(() -> jdbc.sql("select version from unit where id = 11122")
                        .query(Long.class)
                        .single()
                == 91);
    }

    @Test
    void announcesNothingThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            authority.raise(List.of(new AccountId(person.account())));
            status.setRollbackOnly();
        });

        assertThat(announced(person)).isEmpty();
        assertThat(version(person)).isZero();
    }

    /** Whatever the tests of this service have done so far. */
    @Test
    void hasAnnouncedEveryVersionOfEveryAccount() {
        announcesLockingAndUnlockingOnce();

        var silent =
                jdbc.sql("""
                    select a.id from account a
                     where a.authz_version <> (
                       select count(*) from outbox o
                        where o.type = :type and o.event_key = concat('account:', a.id) and o.version <= a.authz_version)\
                    """).param("type", ACCESS_CHANGED).query(Long.class).list();

        assertThat(silent).isEmpty();
    }

    private long mandateFor(Someone deputy) {
        var mandate = new LinkedHashMap<String, Object>();
        mandate.put("post", person.post());
        mandate.put("deputy", deputy.account());
        mandate.put("duty", "test");
        mandate.put("from", TODAY.toString());
        mandate.put("until", TODAY.plusDays(7).toString());
        mandate.put("reason", "出差");
        return done(post("/v1/mandates", mandate)).json().path("id").asLong();
    }

    private Answer post(String path, Object body) {
        return api.post(path, body).as(fixtures.token(county)).key().send();
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }

    /** The versions announced of an account; the newest is the one that it has. */
    private List<Long> announced(Someone someone) {
        var versions = jdbc.sql("select version from outbox where type = :type and event_key = :key order by id")
                .param("type", ACCESS_CHANGED)
                .param("key", "account:" + someone.account())
                .query(Long.class)
                .list();
        if (!versions.isEmpty()) assertThat(versions.getLast()).isEqualTo(version(someone));
        return versions;
    }

    private long version(Someone someone) {
        return jdbc.sql("select authz_version from account where id = ?")
                .param(someone.account())
                .query(Long.class)
                .single();
    }
}
