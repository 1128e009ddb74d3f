package cn.dangjian.dues;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.Workers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who pays, and what branches, counties and members do about it. */
public final class Payers {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** This month; whoever has paid since long owes it. */
    public static final YearMonth NOW = YearMonth.from(TODAY);

    private static final AtomicLong NEXT = new AtomicLong(1000);
    private static final AtomicLong VERSION = new AtomicLong(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final Tokens tokens;
    private final Broker broker;
    private final JdbcClient jdbc;
    private final Workers workers;

    Payers(Api api, Tokens tokens, Broker broker, JdbcClient jdbc, Workers workers) {
        this.api = api;
        this.tokens = tokens;
        this.broker = broker;
        this.jdbc = jdbc;
        this.workers = workers;
    }

    /** A period of somebody; {@code to} is the last day, null if it goes on. */
    public record Period(
            LocalDate from,
            @Nullable LocalDate to,
            String status,
            long unit,
            @Nullable String as) {}

    /** A full member at a unit since 2020. */
    public long member(long unit) {
        return member(unit, "EMPLOYED");
    }

    public long member(long unit, String as) {
        return told(new Period(LocalDate.of(2020, 1, 1), null, "FULL", unit, as));
    }

    /** Somebody with these periods. */
    public long told(Period... periods) {
        long member = NEXT.incrementAndGet();
        tell(member, periods);
        return member;
    }

    /** What member tells of somebody, as soon as it is known here. */
    public void tell(long member, Period... periods) {
        broker.send(event(member, VERSION.incrementAndGet(), periods));
        Awaitility.await().atMost(PATIENCE).until(() -> known(member).equals(expected(periods)));
    }

    private List<String> known(long member) {
        return jdbc.sql("select concat(from_on, status, unit_id) from payer where member_id = :member order by from_on")
                .param("member", member)
                .query(String.class)
                .list();
    }

    private static List<String> expected(Period... periods) {
        return List.of(periods).stream()
                .map(period -> period.from() + period.status() + period.unit())
                .toList();
    }

    /** A whole event about one member; each has a page of his own here. */
    public static String event(long member, long version, Period... periods) {
        var told = List.of(periods).stream()
                .map(period -> """
                    {"from":"%s","to":%s,"status":"%s","unit":%d,"memberClass":%s,"lost":false}\
                    """.formatted(
                        period.from(), quoted(period.to()), period.status(), period.unit(), quoted(period.as())))
                .collect(Collectors.joining(","));
        return """
            {"id":"%s","type":"member.members-changed.v1","key":"members:%d","version":%d,
             "occurredAt":"2026-03-02T01:30:00Z","subject":null,"data":{"members":[{"member":%d,"periods":[%s]}]}}\
            """.formatted(UUID.randomUUID(), member, version, member, told);
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    /** The branch records a monthly pay, or none for a flat scale. */
    public Api.Answer base(long unit, long member, String scale, @Nullable String pay, YearMonth from) {
        var body = new HashMap<String, Object>(
                Map.of("scale", scale, "from", from.toString(), "document", "虚工资单〔2026〕1号"));
        if (pay != null) body.put("pay", pay);
        return post(unit, "/v1/members/" + member + "/bases", body);
    }

    /** The month is billed at and below a unit when this returns. */
    public JsonNode bill(long unit, YearMonth month) {
        var answer = post(unit, "/v1/months/" + month + "/bills", Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return workers.await()
                .atMost(PATIENCE)
                .until(() -> get(unit, "/v1/months/" + month).json(), view -> view.path("complete")
                        .asBoolean());
    }

    public Api.Answer pay(long unit, long member, String amount) {
        return pay(unit, member, amount, Map.of());
    }

    public Api.Answer pay(long unit, long member, String amount, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("amount", amount, "day", TODAY.toString(), "way", "CASH", "by", "MEMBER"));
        body.putAll(more);
        return post(unit, "/v1/members/" + member + "/payments", body);
    }

    public String open(long unit, long member) {
        return get(unit, "/v1/members/" + member + "/dues").json().path("open").asString();
    }

    public JsonNode explanation(long unit, long member, YearMonth month) {
        return get(unit, "/v1/members/" + member + "/dues/" + month).json();
    }

    /** Waits until nothing is to be corrected or added up any more. */
    public void settled() {
        workers.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("select (select count(*) from bill_due_again) + (select count(*) from sum_mark)")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** Waits for what a worker does. */
    public ConditionFactory await() {
        return workers.await();
    }

    public Api.Answer post(long unit, String path, Object body) {
        return api.post(path, body).as(tokens.at(unit)).key().send();
    }

    public Api.Answer get(long unit, String path) {
        return api.get(path).as(tokens.at(unit)).send();
    }
}
