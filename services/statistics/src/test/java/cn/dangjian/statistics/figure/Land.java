package cn.dangjian.statistics.figure;

import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A province that no other test has, said by events, and what services say of its units. */
public final class Land {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    public static final YearMonth NOW = YearMonth.now(BEIJING);

    private final Broker broker;
    private final JdbcTemplate jdbc;
    private final Map<Long, Seat> seats = new LinkedHashMap<>();
    private final Map<Long, String> settled = new LinkedHashMap<>();
    private final Map<Long, Long> versions = new LinkedHashMap<>();

    private record Seat(Long parent, String tier, String kind, String path) {

        /** Villages are rural, all others are not. */
        String domain() {
            return tier.equals("VILLAGE") ? "RURAL" : "URBAN";
        }
    }

    public Land(Broker broker, JdbcTemplate jdbc) {
        this.broker = broker;
        this.jdbc = jdbc;
    }

    /** Plans a unit; it is there when {@link #settle()} has been called. */
    public Land unit(long id, Long parent, String tier, String kind) {
        String above = parent == null ? "" : seats.get(parent).path();
        seats.put(id, new Seat(parent, tier, kind, above + Province.segment(id)));
        return this;
    }

    /** Says all planned units and waits until they are counted. */
    public void settle() {
        var events = new ArrayList<String>();
        seats.forEach((id, seat) -> {
            settled.put(id, seat.path());
            events.add(said(id, seat, "null", "null", "null"));
        });
        broker.send(events);
        await().atMost(PATIENCE).until(() -> seats.keySet().stream().allMatch(this::isPlaced));
        await().atMost(PATIENCE).until(() -> seats.keySet().stream().allMatch(this::isKnown));
    }

    private boolean isPlaced(long id) {
        return count("select count(*) from unit_place where unit_id = ?", id) > 0;
    }

    private boolean isKnown(long id) {
        return count("select count(*) from unit where id = ?", id) > 0;
    }

    private int count(String sql, long id) {
        var found = jdbc.queryForObject(sql, Integer.class, id);
        return found == null ? 0 : found;
    }

    public String path(long id) {
        return seats.get(id).path();
    }

    /** A unit with nothing below it moves to another parent today, and everybody has heard of it. */
    public void move(long id, long to) {
        var before = seats.get(id);
        unit(id, to, before.tier(), before.kind());
        String places = """
            [{"from":"2020-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
            """.formatted(before.path(), LocalDate.now(BEIJING), path(id));
        say(said(id, seats.get(id), places, "null", "null"));
        await().atMost(PATIENCE).until(() -> path(id).equals(
                        jdbc.queryForObject("select path from unit where id = ?", String.class, id)));
    }

    /** A unit moves to another parent today with all that is below it, whoever is deepest said first. */
    public void moveAll(long id, long to) {
        String old = path(id);
        String now = path(to) + Province.segment(id);
        var moved = new ArrayList<Long>();
        seats.forEach((unit, seat) -> {
            if (seat.path().startsWith(old)) moved.add(unit);
        });
        var events = new ArrayList<String>();
        for (long unit : moved.reversed()) {
            var before = seats.get(unit);
            String path = now + before.path().substring(old.length());
            seats.put(unit, new Seat(unit == id ? to : before.parent(), before.tier(), before.kind(), path));
            String places = """
                [{"from":"2020-01-01","path":"%s"},{"from":"%s","path":"%s"}]\
                """.formatted(settled.get(unit), LocalDate.now(BEIJING), path);
            events.add(said(unit, seats.get(unit), places, "null", "null"));
        }
        say(events.toArray(String[]::new));
        await().atMost(PATIENCE).until(() -> moved.stream().allMatch(unit -> path(unit)
                .equals(jdbc.queryForObject("select path from unit where id = ?", String.class, unit))));
    }

    /** A unit is no more from today on. */
    public String ended(long id) {
        return said(id, seats.get(id), "null", "\"" + LocalDate.now(BEIJING) + "\"", "null");
    }

    /** Another unit has taken a unit over today, and everybody has heard of it. */
    public void merge(long id, long heir) {
        var today = LocalDate.now(BEIJING);
        var taken = "{\"unit\":%d,\"from\":\"%s\"}".formatted(heir, today);
        say(said(id, seats.get(id), "null", "\"" + today + "\"", taken));
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from unit_past where heir is not null and unit = ?", id) > 0);
    }

    private String said(long id, Seat seat, String places, String validTo, String heir) {
        long version = versions.merge(id, 1L, Long::sum);
        return event("organization.unit-changed.v1", "unit:" + id, version, NOW, """
            {"id":%d,"parentId":%s,"code":"77%d","name":"虚%d","tier":"%s","kind":"%s","domain":"%s","path":"%s",\
            "validFrom":"2020-01-01","validTo":%s,"places":%s,"heir":%s}\
            """.formatted(
                        id,
                        seat.parent(),
                        id,
                        id,
                        seat.tier(),
                        seat.kind(),
                        seat.domain(),
                        seat.path(),
                        validTo,
                        places,
                        heir));
    }

    /** Says events, and an own one behind them, and waits until that one has been counted. */
    public void say(String... events) {
        broker.send(events);
        settleDown();
    }

    /** Waits until all that was said before is counted: one thing of each service, said last. */
    private void settleDown() {
        long mark = System.nanoTime();
        long unit = seats.keySet().iterator().next();
        broker.send(
                arrears(unit, mark, NOW, 0, "0.00"), counts(unit, mark, NOW, Map.of()), team(unit, mark, 0, 0, null));
        for (String source : List.of("arrears:" + unit, "counts:" + unit, "team:" + unit))
            await().atMost(PATIENCE)
                    .until(() -> count(
                                    "select count(*) from value_source where source = '" + source + "' and version = ?",
                                    mark)
                            > 0);
        // said in the same poll, it is heard by another listener than the mark
        versions.forEach((id, version) -> await().atMost(PATIENCE)
                .until(() -> count(
                                "select count(*) from value_source where source = 'unit:" + id + "' and version >= ?",
                                version)
                        > 0));
    }

    /** @param classes members by class, all of them full ones */
    public static String counts(long unit, long version, YearMonth month, Map<String, Long> classes) {
        long full = classes.values().stream().mapToLong(Long::longValue).sum();
        var parts = new ArrayList<String>();
        classes.forEach((name, members) -> parts.add("\"" + name + "\":" + members));
        return event("member.counts-changed.v1", "counts:" + unit, version, month, """
            {"counts":[{"unit":%d,"full":%d,"probationary":0,"retired":0,"classes":{%s}}]}\
            """.formatted(
                        unit, full, String.join(",", parts)));
    }

    public static String team(long unit, long version, int quota, int filled, LocalDate dueOn) {
        return event("organization.team-changed.v1", "team:" + unit, version, NOW, """
            {"unit":%d,"asOf":"%s","quota":%d,"filled":%d,"secretary":true,"dueOn":%s}\
            """.formatted(
                        unit, LocalDate.now(BEIJING), quota, filled, dueOn == null ? "null" : "\"" + dueOn + "\""));
    }

    public static String coverage(long unit, long version, int covered, int should, int notYet) {
        return event("organization.coverage-changed.v1", "coverage:" + unit, version, NOW, """
            {"unit":%d,"asOf":"%s","covered":%d,"shouldBeCovered":%d,"notYet":%d,"notRequired":0}\
            """.formatted(
                        unit, LocalDate.now(BEIJING), covered, should, notYet));
    }

    public static String arrears(long unit, long version, YearMonth month, int members, String open) {
        var rows = new ArrayList<String>();
        for (int months = 1; months <= 6; months++)
            rows.add("{\"months\":%d,\"members\":%d}".formatted(months, months == 1 ? members : 0));
        return event("dues.arrears-changed.v1", "arrears:" + unit, version, month, """
            {"unit":%d,"members":%d,"byMonths":[%s],"open":"%s"}\
            """.formatted(
                        unit, members, String.join(",", rows), open));
    }

    public static String dues(long unit, long version, YearMonth month, String billed, String collected) {
        return event("dues.unit-month-changed.v1", "unit-month:" + unit + ":" + month, version, month, """
            {"unit":%d,"month":"%s","payers":3,"billed":"%s","collected":"%s","passedOn":"0.00","received":"0.00"}\
            """.formatted(
                        unit, month, billed, collected));
    }

    private static String event(String type, String key, long version, YearMonth month, String data) {
        var at = month.atDay(1).atTime(LocalTime.NOON).atZone(BEIJING).toInstant();
        return """
            {"id":"%s","type":"%s","key":"%s","version":%d,"occurredAt":"%s","subject":null,"data":%s}\
            """.formatted(UUID.randomUUID(), type, key, version, at, data);
    }
}
