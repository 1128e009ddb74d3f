package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place.Move;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A story of a small province: 1 + 2 + 4 + 8 units, some of which move or end, and what is said of each. */
final class Story {

    static final LocalDate OPEN = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);

    static final List<String> MEASURES =
            List.of("member.members", "member.class", "dues.billed", "org.terms-due", "org.units");

    static final AtomicLong NEXT = new AtomicLong(8_000_000);

    /** What is heard: of a unit, or what is said of one. */
    record News(@Nullable Known unit, @Nullable Told told) {}

    private final JdbcTemplate jdbc;

    private final Random random;
    final long root = NEXT.getAndAdd(100);
    private final List<News> news = new ArrayList<>();
    private final Map<Long, Known> latest = new HashMap<>();
    private final Map<Long, TreeMap<LocalDate, Long>> parents = new HashMap<>();

    Story(JdbcTemplate jdbc, Random random) {
        this.jdbc = jdbc;
        this.random = random;
        for (long unit = root; unit < root + 15; unit++) {
            settle(unit);
            counts(unit);
            dues(unit);
            team(unit);
        }
    }

    /** Below whom a unit stands from a day on: the last eight move between the four above them, and these, too. */
    private TreeMap<LocalDate, Long> parents(long unit) {
        return parents.computeIfAbsent(unit, each -> {
            var above = new TreeMap<LocalDate, Long>();
            above.put(OPEN.minusYears(9), root + (unit - root - 1) / 2);
            if (unit >= root + 7)
                for (int back = 2; back >= 1; back--)
                    above.put(OPEN.minusMonths(back).plusDays(random.nextInt(27)), root + 3 + random.nextInt(4));
            else if (unit >= root + 3)
                above.put(
                        OPEN.minusMonths(random.nextInt(4)).plusDays(random.nextInt(27)), root + 1 + random.nextInt(2));
            return above;
        });
    }

    private String path(long unit, LocalDate day) {
        if (unit == root) return Province.segment(unit);
        return path(parents(unit).floorEntry(day).getValue(), day) + Province.segment(unit);
    }

    /** The days on which a unit moves, or somebody above it. */
    private TreeSet<LocalDate> days(long unit) {
        if (unit == root) return new TreeSet<>(Set.of(OPEN.minusYears(9)));
        var days = new TreeSet<>(parents(unit).keySet());
        parents(unit).values().forEach(parent -> days.addAll(days(parent)));
        return days;
    }

    /** One of the last eight ends. */
    private void settle(long unit) {
        var moves = new ArrayList<Move>();
        for (var day : days(unit)) {
            var path = path(unit, day);
            if (!moves.isEmpty() && moves.getLast().path().equals(path)) continue;
            moves.add(new Move(day, path));
            tell(unit, List.copyOf(moves), null);
        }
        if (unit == root + 14) tell(unit, List.copyOf(moves), OPEN.plusDays(27));
    }

    private void tell(long unit, List<Move> moves, @Nullable LocalDate ended) {
        var sort = new Sort("KIND_" + random.nextInt(2), random.nextBoolean() ? "RURAL" : "URBAN");
        var before = latest.get(unit);
        var known = new Known(
                unit,
                before == null ? 1 : before.version() + 1,
                origin("organization.unit-changed.v1", OPEN),
                unit >= root + 7 ? Tier.VILLAGE : Tier.COUNTY,
                sort.kind(),
                sort.domain(),
                OPEN.minusYears(9),
                Place.of(moves.size() == 1 ? List.of() : moves, moves.getLast().path(), ended, sort));
        latest.put(unit, known);
        news.add(new News(known, null));
    }

    /** A state that is said anew in months that follow each other. */
    private void counts(long unit) {
        var month = OPEN.minusMonths(5);
        for (int version = 1; version <= 4; version++) {
            month = month.plusMonths(random.nextInt(3));
            if (month.isAfter(OPEN)) month = OPEN;
            var values = Value.from(month)
                    .parts("member.members", Map.of("FULL", (long) random.nextInt(9)))
                    .parts("member.class", Map.of("A", (long) random.nextInt(5), "B", (long) random.nextInt(5)));
            say("counts:" + unit, month, unit, version, values.list());
        }
    }

    /** What happened in a month, corrected. */
    private void dues(long unit) {
        for (int back = 0; back < 3; back++) {
            var month = OPEN.minusMonths(back);
            for (int version = 1; version <= 2; version++)
                say(
                        "unit-month:" + unit + ":" + back,
                        Months.ALWAYS,
                        unit,
                        version,
                        Value.from(month)
                                .add("dues.billed", random.nextInt(900))
                                .list());
        }
    }

    /** What lies ahead, and something whose unit becomes another one. */
    private void team(long unit) {
        for (int version = 1; version <= 2; version++) {
            var month = OPEN.minusMonths(3 - version);
            say(
                    "team:" + unit,
                    month,
                    version == 1 ? unit : root + random.nextInt(15),
                    version,
                    Value.from(month)
                            .later("org.terms-due", month.plusMonths(random.nextInt(4)), 1)
                            .list());
        }
    }

    private void say(String source, LocalDate month, long unit, long version, List<Value> values) {
        news.add(new News(null, new Told(source, month, unit, version, origin("member.said.v1", month), values)));
    }

    /** All of it, some twice, in any order and in batches. */
    List<List<News>> told() {
        var all = new ArrayList<>(news);
        news.stream().filter(each -> random.nextInt(4) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<News>>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(30));
            batches.add(all.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** What the sums must be, counted one by one: by whom and below whom, measure, slot and month. */
    Map<String, Long> sums() {
        var sums = new TreeMap<String, Long>();
        for (var month = OPEN.minusMonths(6); !month.isAfter(OPEN.plusMonths(2)); month = month.plusMonths(1)) {
            var at = month;
            var said = new TreeMap<String, Told>();
            for (var each : news) {
                var told = each.told();
                if (told == null || told.month().isAfter(at)) continue;
                said.merge(told.source(), told, (a, b) -> a.version() >= b.version() ? a : b);
            }
            said.values().forEach(told -> told.values().forEach(value -> count(sums, told.unit(), value, at)));
            latest.values()
                    .forEach(unit -> count(
                            sums,
                            unit.unit(),
                            new Value("org.units", unit.kind(), unit.since().withDayOfMonth(1), 1),
                            at));
            latest.values()
                    .forEach(unit -> count(
                            sums,
                            unit.unit(),
                            new Value("org.units", "", unit.since().withDayOfMonth(1), 1),
                            at));
        }
        sums.values().removeIf(value -> value == 0);
        return sums;
    }

    /** A whole counts by what its unit is, too. */
    private void count(Map<String, Long> sums, long unit, Value value, LocalDate month) {
        add(sums, unit, value, month);
        if (!value.slot().isEmpty()) return;
        var known = latest.get(unit);
        for (String slot : List.of("kind:" + known.kind(), "domain:" + known.domain()))
            add(sums, unit, new Value(value.measure(), slot, value.from(), value.value()), month);
    }

    private void add(Map<String, Long> sums, long unit, Value value, LocalDate month) {
        boolean flow = value.measure().equals("dues.billed");
        if (flow ? !value.from().equals(month) : value.from().isAfter(month)) return;
        for (var place : latest.get(unit).places()) {
            boolean here = !month.isBefore(place.from()) && (month.isBefore(place.to()) || (flow && place.last()));
            if (!here) continue;
            for (int end = 5; end <= place.path().length(); end += 5)
                sums.merge(
                        String.join(
                                " ",
                                String.valueOf(TreePath.parentUnit(place.path().substring(0, end))),
                                String.valueOf(TreePath.unit(place.path().substring(0, end))),
                                value.measure(),
                                value.slot(),
                                month.toString()),
                        value.value(),
                        Long::sum);
        }
    }

    /** What is kept, as it is read. */
    Map<String, Long> kept() {
        var sums = new TreeMap<String, Long>();
        for (var month = OPEN.minusMonths(6); !month.isAfter(OPEN.plusMonths(2)); month = month.plusMonths(1)) {
            var at = month;
            jdbc.query(
                    """
                    select parent, unit, measure, slot, sum(value) from tier_sum
                     where unit between ? and ? and measure in ('member.members', 'member.class', 'dues.billed', 'org.terms-due', 'org.units')
                       and month <= ? and (month = ? or measure <> 'dues.billed')
                     group by parent, unit, measure, slot\
                    """,
                    row -> {
                        sums.put(
                                String.join(
                                        " ",
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        at.toString()),
                                row.getLong(5));
                    },
                    root,
                    root + 14,
                    at,
                    at);
        }
        sums.values().removeIf(value -> value == 0);
        return sums;
    }

    static Origin origin(String type, LocalDate month) {
        return new Origin(
                type,
                UUID.randomUUID(),
                month.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }
}
