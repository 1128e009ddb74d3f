package cn.dangjian.identity.mandate;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A township leaves the county whose office let somebody act for a post in it. */
class MovedMandatesTest extends RunningIdentity {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final AtomicLong UNITS = new AtomicLong(870_000);

    @Autowired
    Broker broker;

    @Autowired
    TransactionTemplate transaction;

    private long township;
    private Someone county;
    private Someone otherCounty;
    private Someone secretary;
    private Someone deputy;
    private long version;

    @BeforeEach
    void aTownshipOfTheCounty() {
        township = UNITS.incrementAndGet();
        version = 0;
        hear(event(111));
        county = fixtures.anActiveAccountAt(111);
        otherCounty = fixtures.anActiveAccountAt(121);
        secretary = fixtures.anActiveAccountAt(township);
        deputy = fixtures.anActiveAccountAt(1111);
    }

    private String event(long parent) {
        version++;
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":%d,"code":"T%d",\
            "name":"新镇","tier":"TOWNSHIP","kind":"TOWNSHIP_COMMITTEE","domain":"RURAL","path":"%s",\
            "validFrom":"2022-01-01","validTo":null}}\
            """.formatted(
                        UUID.randomUUID(),
                        township,
                        version,
                        township,
                        parent,
                        township,
                        Province.path(parent) + Province.segment(township));
    }

    /** The same more than once, as it may come. */
    private void hear(String event) {
        broker.send(event, event.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\""));
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("select count(*) from unit where id = ? and version = ?")
                                .param(township)
                                .param(version)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private long given(Someone by, Someone to) {
        var answer = ask(fixtures.token(by), to);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Answer ask(String token, Someone to) {
        return api.post(
                        "/v1/mandates",
                        Map.of(
                                "post",
                                secretary.post(),
                                "deputy",
                                to.account(),
                                "duty",
                                "test",
                                "from",
                                TODAY.toString(),
                                "until",
                                TODAY.plusDays(7).toString(),
                                "document",
                                "组发〔2026〕1 号"))
                .as(token)
                .key()
                .send();
    }

    private Answer actWith(Someone who, long mandate) {
        return oauth.signIn(who.login(), PASSWORD, Map.of("mandate", String.valueOf(mandate)));
    }

    private List<Long> listed(Someone by) {
        return api.get("/v1/mandates?limit=200")
                .as(fixtures.token(by))
                .send()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    private String revoked(Someone by, long mandate) {
        return api.post("/v1/mandates/" + mandate + "/revocation", Map.of("reason", "本人返岗"))
                .as(fixtures.token(by))
                .send()
                .problem();
    }

    @Test
    void theOldCountysMandateEndsAndTheNewOneSeesNothingOfIt() {
        long mandate = given(county, deputy);
        var acting = actWith(deputy, mandate);
        assertThat(listed(county)).contains(mandate);

        hear(event(121));

        assertThat(api.get("/v1/me").as(accessToken(acting)).send().status()).isEqualTo(401);
        assertThat(oauth.refresh(refreshToken(acting)).status()).isEqualTo(400);
        assertThat(actWith(deputy, mandate).status()).isEqualTo(400);
        assertThat(listed(otherCounty)).doesNotContain(mandate);
        assertThat(revoked(otherCounty, mandate)).isEqualTo("mandate.unknown");
        assertThat(listed(county)).as("whose decision it was").contains(mandate);
        assertThat(revoked(county, mandate)).isEqualTo("mandate.over");
        var own = api.get("/v1/me/mandates").as(fixtures.token(deputy)).send().json();
        assertThat(own.at("/items/0/revokeReason").asString()).isEqualTo("moved");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'mandate.moved' and thing_id = :id")
                        .param("id", String.valueOf(mandate))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void thatOfTheHolderGoesOnAndSoDoesThatOfTheCountyIfTheCountyItselfMoves() {
        long own = given(secretary, fixtures.anActiveAccountAt(township));
        long fromAbove = given(county, deputy);

        // the county's own place is told later
        version++;
        hear(event(111)
                .replace(
                        Province.path(111) + Province.segment(township),
                        Province.path(12) + Province.segment(111) + Province.segment(township)));
        assertThat(inForce(own)).isTrue();
        assertThat(inForce(fromAbove)).isTrue();

        hear(event(121));
        assertThat(inForce(own)).isTrue();
        assertThat(inForce(fromAbove)).isFalse();
    }

    @Test
    void thatOfTheHolderGoesOnFromWhateverPostHeGaveIt() {
        long own = given(secretary, fixtures.anActiveAccountAt(township));
        long elsewhere = fixtures.anActiveAccountAt(1111).post();
        jdbc.sql("update mandate set given_from = ? where id = ?")
                .params(elsewhere, own)
                .update();

        hear(event(121));

        assertThat(inForce(own)).isTrue();
    }

    @Test
    void aMandateIsNotGivenWhileTheTownshipLeaves() {
        var token = fixtures.token(county);

        var given = transaction.execute(status -> {
            jdbc.sql("update unit set path = ? where id = ?")
                    .params(Province.path(121) + Province.segment(township), township)
                    .update();
            var asked = CompletableFuture.supplyAsync(() -> ask(token, deputy));
            assertThatThrownBy(() -> asked.get(1, SECONDS))
                    .as("waits until it is known where the township is")
                    .isInstanceOf(TimeoutException.class);
            return asked;
        });

        assertThat(given.join().problem()).isEqualTo("appointment.unknown");
    }

    private boolean inForce(long mandate) {
        return jdbc.sql("select revoked_at is null from mandate where id = ?")
                .param(mandate)
                .query(Boolean.class)
                .single();
    }
}
