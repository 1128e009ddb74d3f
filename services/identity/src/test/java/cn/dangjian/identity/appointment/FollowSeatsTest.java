package cn.dangjian.identity.appointment;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowSeatsTest extends RunningIdentity {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final AtomicLong SEATS = new AtomicLong(500_000);
    private static final long UNIT = 11112;

    private final long seat = SEATS.incrementAndGet();
    private Someone county;
    private Someone person;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        person = fixtures.anActiveAccountAt(11111);
    }

    @Test
    void hearsTheProducersExampleOnce() {
        String example = EventExamples.load("organization.seats-changed.v1");
        EventSchemas.validate("organization.seats-changed.v1", example);

        broker.send(example, example);
        broker.send(example);
        hear(seat(1, null, null));

        assertThat(jdbc.sql("select concat(unit, post, account, from_day, version) from seat where id = 41")
                        .query(String.class)
                        .list())
                .containsExactly("11111SECRETARY322026-03-022");
    }

    @Test
    void endsThePostAndItsAccessWhenNobodySitsThereAnyMore() {
        hear(seat(1, null, null));
        long post = appointed(Map.of());
        String token = accessToken(oauth.signIn(person.login(), PASSWORD, Map.of("post", String.valueOf(post))));
        long before = authority();

        hear(seat(2, null, TODAY));

        assertThat(row(post)).isEqualTo(new Row(false, false, TODAY.minusDays(1), "seat"));
        assertThat(authority()).isEqualTo(before + 1);
        assertThat(api.get("/v1/me").as(token).send().status()).isEqualTo(401);
        assertThat(announced("identity.access-changed.v1", "account:" + person.account()))
                .isEqualTo(before + 1);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(broker.heardOf("identity.posts-changed.v1").stream()
                        .flatMap(event -> event.at("/data/posts").valueStream())
                        .filter(one -> one.path("post").asLong() == post)
                        .map(one -> one.path("active").asBoolean()))
                .containsExactly(true, false));
        // what he is elsewhere stays
        assertThat(oauth.signIn(person.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takesTheSeatsLastDayAndMovesItWithTheSeat() {
        hear(seat(1, null, null));
        long post = appointed(Map.of());
        assertThat(row(post).untilDay()).isNull();

        hear(seat(2, null, TODAY.plusDays(10)));
        assertThat(row(post)).isEqualTo(new Row(true, true, TODAY.plusDays(9), null));
        hear(seat(3, null, TODAY.plusDays(20)));
        assertThat(row(post).untilDay()).isEqualTo(TODAY.plusDays(19));
        hear(seat(4, null, null));
        assertThat(row(post).untilDay()).isNull();
    }

    @Test
    void letsAPostEndBeforeItsSeatButNotAfter() {
        hear(seat(1, null, TODAY.plusDays(10)));

        assertThat(appoint(person, Map.of("until", TODAY.plusDays(10))).problem())
                .isEqualTo("appointment.days");
        long post = appointed(Map.of("until", TODAY.plusDays(5)));
        hear(seat(2, null, TODAY.plusDays(30)));
        assertThat(row(post).untilDay()).isEqualTo(TODAY.plusDays(5));
        assertThat(api.post(
                                "/v1/posts/" + post + "/end",
                                Map.of(
                                        "reason",
                                        "换届",
                                        "lastDay",
                                        TODAY.plusDays(40).toString()))
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("appointment.days");
        hear(seat(3, null, TODAY.plusDays(3)));
        assertThat(row(post).untilDay()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void givesNoPostBeforeTheSeatBegins() {
        hear(seat(1, null, null, TODAY.plusDays(3)));

        assertThat(appoint(person, Map.of()).problem()).isEqualTo("appointment.days");
        assertThat(appoint(person, Map.of("from", TODAY.plusDays(3))).status()).isEqualTo(201);
    }

    @Test
    void refusesASeatThatEndedOrThatNobodyHasHeardOf() {
        long elsewhere = SEATS.incrementAndGet();
        hear(seat(3, null, TODAY));
        hear(seat(2, null, null));
        hear(event(elsewhere, 1, 11121, null, TODAY, null));

        assertThat(appoint(person, Map.of()).problem()).isEqualTo("appointment.seat-ended");
        assertThat(appoint(person, Map.of("seat", 987_654_321)).problem()).isEqualTo("appointment.seat-unknown");
        assertThat(appoint(person, Map.of("seat", elsewhere)).problem()).isEqualTo("appointment.seat-unknown");
        assertThat(appoint(person, Map.of("seat", 0)).status()).isEqualTo(400);
        assertThat(appoint(person, Map.of("seat", -4)).status()).isEqualTo(400);
        assertThat(appoint(person, Map.of("seat", "x")).status()).isEqualTo(400);
        assertThat(posts()).isOne();
    }

    @Test
    void givesASeatOnlyToItsOwnAccountAndOnlyOnce() {
        var other = fixtures.anActiveAccountAt(11113);
        hear(seat(1, other.account(), null));
        assertThat(appoint(person, Map.of()).problem()).isEqualTo("appointment.seat-taken");

        hear(seat(2, person.account(), null));
        appointed(Map.of());
        var again = appoint(person, Map.of("duty", "treasurer"));

        assertThat(again.problem()).isEqualTo("appointment.seat-taken");
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void endsThePostOfAnAccountThatTheSeatDoesNotNameAnyMore() {
        hear(seat(1, null, null));
        long post = appointed(Map.of());

        hear(seat(2, fixtures.anActiveAccountAt(11113).account(), null));

        assertThat(row(post)).isEqualTo(new Row(false, false, TODAY, "seat"));
    }

    @Test
    void endsAPostThatHasNotBegunWithASeatThatNeverWill() {
        hear(seat(1, null, null, TODAY.plusDays(3)));
        long post = appointed(Map.of("from", TODAY.plusDays(3)));

        hear(seat(2, null, TODAY.plusDays(3), TODAY.plusDays(3)));

        assertThat(row(post).live()).isFalse();
    }

    @Test
    void leavesPostsThatFollowNoSeatAndAccountsAlone() {
        hear(seat(1, person.account(), null));

        hear(seat(2, person.account(), TODAY));

        assertThat(row(person.post()).active()).isTrue();
        assertThat(authority()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endsInTheSameStateHoweverEventsAreShuffledAndRepeated(long seed) {
        hear(seat(1, null, null));
        long post = appointed(Map.of());
        var events = new ArrayList<>(List.of(
                seat(2, null, TODAY.plusDays(30)), seat(3, null, TODAY.plusDays(5)), seat(4, null, TODAY.plusDays(8))));
        events.addAll(events);
        Collections.shuffle(events, new Random(seed));

        for (String event : events) broker.send(event);
        hear(event(SEATS.incrementAndGet(), 1, UNIT, null, TODAY, null));

        assertThat(row(post)).isEqualTo(new Row(true, true, TODAY.plusDays(7), null));
    }

    @Test
    void knowsNothingOfSeatsOfOtherCounties() {
        var otherCounty = fixtures.anActiveAccountAt(121);
        var other = fixtures.anActiveAccountAt(12111);
        hear(seat(1, null, null));

        var refused = appoint(otherCounty, other, Map.of("unit", 12111));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo("appointment.seat-unknown");
    }

    private record Row(
            boolean live,
            boolean active,
            @Nullable LocalDate untilDay,
            @Nullable String endReason) {}

    private Row row(long post) {
        return jdbc.sql("select live is not null as live, active, until_day, end_reason from post where id = ?")
                .param(post)
                .query(Row.class)
                .single();
    }

    private long posts() {
        return jdbc.sql("select count(*) from post where account = ?")
                .param(person.account())
                .query(Long.class)
                .single();
    }

    private long authority() {
        return jdbc.sql("select authz_version from account where id = ?")
                .param(person.account())
                .query(Long.class)
                .single();
    }

    private long announced(String type, String key) {
        return jdbc.sql("select coalesce(max(version), 0) from outbox where type = :type and event_key = :key")
                .param("type", type)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private long appointed(Map<String, ?> more) {
        var answer = appoint(person, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("seat").asLong()).isEqualTo(seat);
        return answer.json().path("post").asLong();
    }

    private Answer appoint(Someone whom, Map<String, ?> more) {
        return appoint(county, whom, more);
    }

    private Answer appoint(Someone by, Someone whom, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("account", whom.account());
        body.put("unit", UNIT);
        body.put("duty", "secretary");
        body.put("from", TODAY.toString());
        body.put("seat", seat);
        more.forEach((key, value) -> body.put(key, value instanceof LocalDate day ? day.toString() : value));
        return api.post("/v1/posts", body).as(fixtures.token(by)).key().send();
    }

    /** One topic, one order: when the mark is known, everything sent before was heard. */
    private void hear(String event) {
        long mark = SEATS.incrementAndGet();
        broker.send(event, event, event(mark, 1, UNIT, null, TODAY, TODAY));
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("select count(*) from seat where id = ?")
                                .param(mark)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private String seat(long version, @Nullable Long account, @Nullable LocalDate to) {
        return seat(version, account, to, LocalDate.of(2022, 1, 1));
    }

    private String seat(long version, @Nullable Long account, @Nullable LocalDate to, LocalDate from) {
        return event(seat, version, UNIT, account, from, to);
    }

    private static String event(
            long seat, long version, long unit, @Nullable Long account, LocalDate from, @Nullable LocalDate to) {
        String event = """
            {"id":"%s","type":"organization.seats-changed.v1","key":"seat:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"seat":%d,"unit":%d,"post":"SECRETARY",\
            "account":%s,"from":"%s","to":%s,"active":true}}\
            """.formatted(
                UUID.randomUUID(), seat, version, seat, unit, account, from, to == null ? "null" : "\"" + to + "\"");
        EventSchemas.validate("organization.seats-changed.v1", event);
        return event;
    }
}
