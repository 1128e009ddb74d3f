package cn.dangjian.identity.appointment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures;
import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seat in the team of a village, as organization announces it, and posts that a county gives for it. */
final class Seating {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final AtomicLong SEATS = new AtomicLong(500_000);
    static final long UNIT = 11112;

    /** Nobody has been told of it yet. */
    final long seat = next();

    private final Someone county;
    private final Fixtures fixtures;
    private final Api api;
    private final Broker broker;
    private final JdbcClient jdbc;

    Seating(Someone county, Fixtures fixtures, Api api, Broker broker, JdbcClient jdbc) {
        this.county = county;
        this.fixtures = fixtures;
        this.api = api;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    static long next() {
        return SEATS.incrementAndGet();
    }

    /** What is kept of a post's days. */
    record Row(
            boolean live,
            boolean active,
            @Nullable LocalDate untilDay,
            @Nullable String endReason) {}

    Row row(long post) {
        return jdbc.sql("select live is not null as live, active, until_day, end_reason from post where id = ?")
                .param(post)
                .query(Row.class)
                .single();
    }

    long appointed(Someone whom, Map<String, ?> more) {
        var answer = appoint(whom, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("seat").asLong()).isEqualTo(seat);
        return answer.json().path("post").asLong();
    }

    Answer appoint(Someone whom, Map<String, ?> more) {
        return appoint(county, whom, more);
    }

    Answer appoint(Someone by, Someone whom, Map<String, ?> more) {
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
    void hear(String event) {
        long mark = next();
        broker.send(event, event, event(mark, 1, UNIT, null, TODAY, TODAY));
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("select count(*) from seat where id = ?")
                                .param(mark)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    String seat(long version, @Nullable Long account, @Nullable LocalDate to) {
        return seat(version, account, to, LocalDate.of(2022, 1, 1));
    }

    String seat(long version, @Nullable Long account, @Nullable LocalDate to, LocalDate from) {
        return event(seat, version, UNIT, account, from, to);
    }

    static String event(
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
