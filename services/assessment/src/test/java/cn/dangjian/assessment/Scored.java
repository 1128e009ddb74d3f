package cn.dangjian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Schemes, and units that are scored by them. */
public final class Scored {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    public static final int YEAR = TODAY.getYear();
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AtomicLong NEXT = new AtomicLong(7_000_000);

    private final Api api;
    private final Tokens tokens;
    private final Broker broker;
    private final JdbcClient jdbc;

    Scored(Api api, Tokens tokens, Broker broker, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    /** A village of its own, of which nothing has been heard. */
    public long village(long township) {
        return unit(township, "VILLAGE", "VILLAGE_ORGANIZATION");
    }

    /** A township with no villages. */
    public long township(long county) {
        return unit(county, "TOWNSHIP", "TOWNSHIP_COMMITTEE");
    }

    /** A county of its own, with nothing below it. */
    public long county(long city) {
        return unit(city, "COUNTY", "COUNTY_COMMITTEE");
    }

    /** A department of a county. */
    public long department(long county) {
        return unit(county, "BRANCH", "WORKING_COMMITTEE");
    }

    /** A branch, or what else stands on its tier. */
    public long branch(long parent, String kind) {
        return unit(parent, "BRANCH", kind);
    }

    private long unit(long parent, String tier, String kind) {
        long unit = NEXT.incrementAndGet();
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:unit, :parent, :code, :name, :tier, :kind, 'RURAL', :path, 1, '2022-01-01')\
            """)
                .param("unit", unit)
                .param("parent", parent)
                .param("code", Province.code(unit))
                .param("name", Province.name(unit))
                .param("tier", tier)
                .param("kind", kind)
                .param("path", path(parent) + Province.segment(unit))
                .update();
        // as when it is heard of: it is scored, although nothing has happened there
        jdbc.sql("insert ignore into score_due (unit_id, year) values (:unit, :year)")
                .param("unit", unit)
                .param("year", YEAR)
                .update();
        return unit;
    }

    public String path(long unit) {
        return jdbc.sql("select path from unit where id = :unit")
                .param("unit", unit)
                .query(String.class)
                .single();
    }

    public static Map<String, Object> indicator(String code, String method, String measure, String weight) {
        var indicator = new HashMap<String, Object>(Map.of(
                "module",
                "ORGANIZATION",
                "code",
                code,
                "name",
                "指标" + code,
                "method",
                method,
                "below",
                false,
                "weight",
                weight,
                "zeroMark",
                5000,
                "fullMark",
                9500,
                "whenEmpty",
                "FULL"));
        if (!measure.isEmpty()) indicator.put("measure", measure);
        return indicator;
    }

    /** The indicator with other fields. */
    public static Map<String, Object> with(Map<String, Object> indicator, Object... fields) {
        var other = new HashMap<>(indicator);
        for (int at = 0; at < fields.length; at += 2) other.put((String) fields[at], fields[at + 1]);
        return other;
    }

    /** Tasks on time, files complete, dues collected, weak units, and one addition. */
    public static List<Map<String, Object>> four() {
        return new ArrayList<>(List.of(
                with(
                        indicator("TASKS", "AUTOMATIC", "task.on-time", "40.00"),
                        "weightLeast",
                        "30.00",
                        "weightMost",
                        "50.00"),
                with(
                        indicator("FILES", "AUTOMATIC", "member.files-complete", "30.00"),
                        "fullMark",
                        10000,
                        "whenEmpty",
                        "NOT_APPLICABLE",
                        "weightLeast",
                        "20.00",
                        "weightMost",
                        "40.00"),
                with(indicator("DUES", "AUTOMATIC", "dues.collected", "20.00"), "whenEmpty", "NOT_APPLICABLE"),
                with(indicator("WEAK", "DEDUCTION", "organization.weak", "10.00"), "each", "4.00"),
                with(
                        indicator("AWAY", "ADDITION", "member.floating-contacted", "0.00"),
                        "each",
                        "0.50",
                        "cap",
                        "2.00")));
    }

    public static Map<String, Object> scheme(int year, String object, List<Map<String, Object>> indicators) {
        return new HashMap<>(Map.of(
                "year",
                year,
                "object",
                object,
                "title",
                year + "年" + object + "考核方案",
                "ownMost",
                "10.00",
                "additionsMost",
                "5.00",
                "ranking",
                "YEARLY",
                "audience",
                "OWNER",
                "indicators",
                indicators));
    }

    public Api.Answer draft(long owner, Map<String, Object> scheme) {
        return api.post("/v1/schemes", scheme).as(tokens.at(owner)).key().send();
    }

    public Api.Answer publish(long owner, long scheme, LocalDate from) {
        return api.post(
                        "/v1/schemes/" + scheme + "/publication",
                        Map.of("from", from.toString(), "document", "虚组发〔2026〕1号"))
                .as(tokens.at(owner))
                .key()
                .send();
    }

    /** A scheme that counts from the first day of its year, unless the owner has one: the number of it. */
    public long published(long owner, Map<String, Object> scheme) {
        var there = jdbc.sql("""
            select id from scheme where unit_id = :owner and year = :year and object = :object and domain <=> :domain
               and state = 'PUBLISHED' order by id desc limit 1\
            """)
                .param("owner", owner)
                .param("year", scheme.get("year"))
                .param("object", scheme.get("object"))
                .param("domain", scheme.get("domain"))
                .query(Long.class)
                .optional();
        if (there.isPresent()) return there.get();
        var drafted = draft(owner, scheme);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        long id = drafted.json().path("id").asLong();
        var published = publish(owner, id, LocalDate.of((int) scheme.get("year"), 1, 1));
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return id;
    }

    /** The province's frame for villages of this year, and what a county has made of it. */
    public long adapted(long county) {
        long frame = published(Province.PROVINCE, scheme(YEAR, "VILLAGE", four()));
        var indicators = four();
        indicators.set(0, with(indicators.get(0), "weight", "35.00"));
        indicators.add(with(indicator("OWN", "DEDUCTION", "task.returned", "5.00"), "each", "1.00"));
        var scheme = scheme(YEAR, "VILLAGE", indicators);
        scheme.put("frame", frame);
        return published(county, scheme);
    }

    /** As the province reads it. */
    public JsonNode explanation(long unit, LocalDate day) {
        var answer = get(Province.PROVINCE, "/v1/units/" + unit + "/explanation?day=" + day);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    public JsonNode line(JsonNode explanation, String code) {
        return explanation
                .path("parts")
                .path(explanation.path("parts").size() - 1)
                .path("indicators")
                .valueStream()
                .filter(line -> line.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public Api.Answer get(long unit, String path) {
        return api.get(path).as(tokens.at(unit)).send();
    }

    public Api.Answer post(long unit, String path, Object body) {
        return api.post(path, body).as(tokens.at(unit)).key().send();
    }

    /** Says events, and waits until they are heard and nobody is to be scored any more. */
    public void say(String... events) {
        long heard = heard();
        broker.send(events);
        // what is said again is heard, and counts for nothing: only new ones are waited for
        Awaitility.await().atMost(PATIENCE).until(() -> heard() > heard);
        settled();
    }

    private long heard() {
        return jdbc.sql("select coalesce(sum(version), 0) + count(*) from fact")
                        .query(Long.class)
                        .single()
                + jdbc.sql("select coalesce(sum(told), 0) from work")
                        .query(Long.class)
                        .single();
    }

    /** Waits until nobody is to be scored any more. */
    public void settled() {
        await("score_due");
    }

    /** Waits until the middle of peers is that of their scores. */
    public void compared() {
        settled();
        await("median_due");
    }

    private void await(String table) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    public static long next() {
        return NEXT.incrementAndGet();
    }
}
