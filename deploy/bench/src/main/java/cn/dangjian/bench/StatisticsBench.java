package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 一套数: what services say of all villages is folded into the sums of all tiers, beside one upsert for each event and tier;
 * said at a steady rate, and built anew; and what fifty readers wait for first screens and for figures by child, beside the
 * same question as {@code find_in_set} over the members themselves. Members and their numbers exist nowhere else.
 */
final class StatisticsBench {

    private static final int CLASSES = 5;
    private static final String SCHEMA = "bare_statistics";

    private final Site site;
    private final BenchOptions options;
    private final Root root;
    private final JdbcClient jdbc;

    StatisticsBench(Site site, BenchOptions options, Root root) {
        this.site = site;
        this.options = options;
        this.root = root;
        this.jdbc = site.jdbc();
    }

    String run() {
        var villages = villages();
        var events = new StatisticsEvents(site, villages);
        control();
        int each = Math.max(1, options.people() / villages.size());
        double told = events.counts(each, CLASSES);
        site.say("%,d units told their members in %s s".formatted(villages.size(), Figures.shown(told)));
        var turns = Turns.take(Math.max(1, options.blocks() / 2), events::rate, () -> upserts(villages));
        var folded = Figures.of(turns.ours(), rate -> rate);
        var upserted = Figures.of(turns.control(), rate -> rate);
        var lag = events.lag();
        double recounted = recount();
        members(each);
        return ("### figures of %,d units and %,d members%n%n" + Figures.HEAD)
                        .formatted(villages.size(), (long) each * villages.size())
                + folded.over(upserted)
                        .line("**events per second: folded / one upsert per event and tier**", "at least 10")
                + folded.line("events per second, folded into all tiers", "1,000")
                + upserted.line("events per second, one upsert per event and tier", "")
                + new Figures(lag).line("p99, s: an event to every tier's figure, at 1,000 events per second", "2")
                + new Figures(List.of(villages.size() / told))
                        .line("events per second: numbers of members told anew, each with some twenty figures", "")
                + new Figures(List.of(recounted)).line("all sums added up anew from what was said, s", "")
                + findInSet()
                + new StatisticsReaders(site, root).run()
                + upserted.evenness("one upsert per event and tier");
    }

    /** With their paths, in the order of the tree. */
    private Map<Long, String> villages() {
        var villages = new TreeMap<Long, String>();
        jdbc.sql("""
            select id, path from statistics.unit
             where tier = 'VILLAGE' and valid_to is null and path like concat(:path, '%') order by path\
            """).param("path", root.path()).query(row -> {
            villages.put(row.getLong(1), row.getString(2));
        });
        return villages;
    }

    private void control() {
        jdbc.sql("drop database if exists " + SCHEMA).update();
        jdbc.sql("create database " + SCHEMA + " character set utf8mb4").update();
        jdbc.sql("create table " + SCHEMA + ".tier_sum like statistics.tier_sum")
                .update();
    }

    /** So many events, each by itself, as somebody would count who merges nothing; events per second. */
    private double upserts(Map<Long, String> villages) {
        var some = new ArrayList<>(villages.values()).subList(0, Math.min(500, villages.size()));
        long start = System.nanoTime();
        for (var path : some)
            for (int end = 5; end <= path.length(); end += 5)
                jdbc.sql("""
                    insert into bare_statistics.tier_sum (parent, unit, measure, slot, month, value)
                    values (:parent, :unit, 'org.covered', '', '2026-01-01', 1)
                    on duplicate key update value = value + values(value)\
                    """)
                        .param("parent", end == 5 ? 0 : Long.parseLong(path.substring(end - 10, end - 5), 36))
                        .param("unit", Long.parseLong(path.substring(end - 5, end), 36))
                        .update();
        double rate = some.size() * 1e9 / (System.nanoTime() - start);
        site.say("one upsert per event and tier: %s events per second".formatted(Figures.shown(rate)));
        return rate;
    }

    private double recount() {
        long start = System.nanoTime();
        String after = null;
        do {
            var answer = expect(
                            200,
                            site.direct("statistics")
                                    .post("/v1/rebuilds/figures", after == null ? Map.of() : Map.of("after", after))
                                    .as(site.people().operator())
                                    .send())
                    .json();
            if (answer.path("corrected").asLong() != 0) throw new IllegalStateException("Sums were wrong: " + answer);
            after = answer.path("next").asStringOpt().orElse(null);
        } while (after != null);
        return (System.nanoTime() - start) / 1e9;
    }

    /** A row for each member whose number was told, and the tree as those keep it who ask by ancestors. */
    private void members(int each) {
        jdbc.sql("""
            create table bare_statistics.dept (id bigint not null primary key, parent_id bigint null,
                ancestors varchar(200) not null, key (parent_id)) as
            with recursive t (id, parent_id, ancestors) as (
                select id, parent_id, cast('0' as char(200)) from statistics.unit where id = :root
                union all
                select u.id, u.parent_id, concat(t.ancestors, ',', t.id) from t join statistics.unit u on u.parent_id = t.id)
            select id, parent_id, ancestors from t\
            """).param("root", root.id()).update();
        jdbc.sql("""
            create table bare_statistics.member (id bigint not null auto_increment primary key, dept_id bigint not null,
                class varchar(16) not null, key (dept_id)) as
            select u.id dept_id, concat('C', s.seq mod %d) class from statistics.unit u straight_join bare_statistics.seq_1_to_%d s
             where u.tier = 'VILLAGE' and u.valid_to is null and u.path like concat(:path, '%%')\
            """.formatted(CLASSES, each)).param("path", root.path()).update();
    }

    /** Members by child of the province, both ways by turns, with the same answer. */
    private String findInSet() {
        var members = new StatisticsReaders(site, root).members(root.id());
        if (!byAncestors().equals(members.get()))
            throw new IllegalStateException("The figures are not those of the members");
        var turns =
                Turns.take(Math.max(1, options.blocks() / 2), () -> seconds(members), () -> seconds(this::byAncestors));
        var figures = Figures.of(turns.ours(), seconds -> seconds);
        var bare = Figures.of(turns.control(), seconds -> seconds);
        return figures.leastOfBlocks()
                        .over(bare.leastOfBlocks())
                        .line(
                                "**seconds: members by child of the province over HTTP / `find_in_set` over the"
                                        + " members**",
                                "0.02")
                + bare.line("`find_in_set` over the members, s", "");
    }

    private static double seconds(Supplier<?> question) {
        long start = System.nanoTime();
        var _ = question.get();
        return (System.nanoTime() - start) / 1e9;
    }

    private Map<Long, Long> byAncestors() {
        var found = new TreeMap<Long, Long>();
        jdbc.sql("""
            select c.id, count(m.id) from bare_statistics.dept c
              left join bare_statistics.dept d on d.id = c.id or find_in_set(c.id, d.ancestors)
              left join bare_statistics.member m on m.dept_id = d.id
             where c.parent_id = :root group by c.id\
            """).param("root", root.id()).query(row -> {
            found.put(row.getLong(1), row.getLong(2));
        });
        return found;
    }
}
