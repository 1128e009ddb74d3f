package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.directory.access.ForgetAccess;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AccessTest {

    private static final AtomicLong NEXT = new AtomicLong(700_000);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ForgetAccess forgetAccess;

    private final long account = NEXT.incrementAndGet();

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @Test
    void refusesWithinSecondsWhatTheProducersExampleEnds() {
        String example = EventExamples.load("identity.access-changed.v1");
        EventSchemas.validate("identity.access-changed.v1", example);
        assertThat(status(90032, 3)).isEqualTo(200);

        broker.send(example, example);
        broker.send(example);

        await().atMost(Duration.ofSeconds(5)).until(() -> status(90032, 3) == 401);
        assertThat(status(90032, 4)).isEqualTo(200);
        assertThat(status(90032, 5)).isEqualTo(200);
        assertThat(api.get("/v1/scopes/own")
                        .as(tokens.at(Province.COUNTY, 90032, 3))
                        .send()
                        .problem())
                .isEqualTo("token.superseded");
        assertThat(rows(90032)).containsExactly(4L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void believesTheNewestVersionHoweverEventsAreShuffledAndRepeated(long seed) {
        var random = new Random(seed);
        var newest = new HashMap<Long, Long>();
        var events = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            long one = NEXT.incrementAndGet();
            long versions = 1 + random.nextInt(6);
            newest.put(one, versions);
            for (long version = 1; version <= versions; version++) {
                for (int copy = 0; copy <= random.nextInt(3); copy++) events.add(changed(one, version));
            }
        }
        Collections.shuffle(events, random);

        broker.send(events);

        await().untilAsserted(() ->
                newest.forEach((one, version) -> assertThat(rows(one)).containsExactly(version)));
    }

    @Test
    void refusesWithinSecondsWhatComesFromAnEndedSession() {
        String example = EventExamples.load("identity.session-ended.v1");
        EventSchemas.validate("identity.session-ended.v1", example);
        String ended = "5f0c2f6e-6c1b-4f5e-9a53-3f4f0a9d7b11";
        assertThat(status(90_032, 4, ended)).isEqualTo(200);

        broker.send(example, example);
        broker.send(example);

        await().atMost(Duration.ofSeconds(2)).until(() -> status(90_032, 4, ended) == 401);
        assertThat(status(90_032, 4, "another-session")).isEqualTo(200);
        assertThat(status(90_032, 4)).isEqualTo(200);
    }

    @Test
    void forgetsEndedSessionsThatAreOlderThanAnyToken() {
        jdbc.sql("insert into ended_session (id, heard_at) values ('old-one', now(6) - interval 2 day),"
                        + " ('new-one', now(6))")
                .update();

        forgetAccess.forget();

        assertThat(jdbc.sql("select id from ended_session where id like '%-one'")
                        .query(String.class)
                        .list())
                .containsExactly("new-one");
    }

    @Test
    void leavesTokensWithoutAVersionAlone() {
        broker.send(changed(account, 9));
        await().until(() -> rows(account).equals(List.of(9L)));

        assertThat(api.get("/v1/scopes/own")
                        .as(tokens.at(Province.COUNTY, account))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/v1/scopes/own").as(tokens.service("push")).send().problem())
                .isEqualTo("caller.no-post");
    }

    @Test
    void forgetsOnlyWhatIsOlderThanAnyToken() {
        long old = NEXT.incrementAndGet();
        broker.send(changed(account, 1), changed(old, 1));
        await().until(() -> rows(account).size() + rows(old).size() == 2);
        jdbc.sql("update account_access set heard_at = heard_at - interval 2 day where account = ?")
                .param(old)
                .update();

        forgetAccess.forget();

        assertThat(rows(account)).containsExactly(1L);
        assertThat(rows(old)).isEmpty();
    }

    @Test
    void believesNobodyWhereTheTableCannotBeRead() {
        jdbc.sql("rename table account_access to account_access_away").update();
        try {
            assertThat(status(account, 99)).isGreaterThanOrEqualTo(500);
        } finally {
            jdbc.sql("rename table account_access_away to account_access").update();
        }

        assertThat(status(account, 99)).isEqualTo(200);
    }

    private int status(long who, long version) {
        return api.get("/v1/scopes/own")
                .as(tokens.at(Province.COUNTY, who, version))
                .send()
                .status();
    }

    private int status(long who, long version, String session) {
        return api.get("/v1/scopes/own")
                .as(tokens.at(Province.COUNTY, who, version, session))
                .send()
                .status();
    }

    private List<Long> rows(long who) {
        return jdbc.sql("select version from account_access where account = ?")
                .param(who)
                .query(Long.class)
                .list();
    }

    private static String changed(long account, long version) {
        return """
            {"id":"%s","type":"identity.access-changed.v1","key":"account:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"account":%d,"version":%d}}\
            """.formatted(UUID.randomUUID(), account, version, account, version);
    }
}
