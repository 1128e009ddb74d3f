package cn.dangjian.bench;

import cn.dangjian.bench.Dispatches.Sent;
import cn.dangjian.bench.Dispatches.Villages;
import cn.dangjian.bench.Imports.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 流水派送: a relay over all tiers, forwardings by hand, many dispatches at once, and readers meanwhile, beside direct ones. */
final class RelayBench {

    private static final int OLD = 5_000;
    private static final int AT_ONCE = 50;
    /** That many are sent one after the other; what all would take is counted from them. */
    private static final int SINGLE = 10;

    private static final int FORWARDINGS_OF_BLOCK = 3;

    private final Site site;
    private final BenchOptions options;
    private final Root province;
    private final Dispatches dispatches;

    RelayBench(Site site, BenchOptions options, Root province) {
        this.site = site;
        this.options = options;
        this.province = province;
        this.dispatches = new Dispatches(
                site, site.people().activate(List.of(province.id())).getFirst());
    }

    String run() {
        var all = dispatches.villages(0, province.path());
        dispatches.send(all);
        return "### Relay to %,d villages%n%n".formatted(all.count())
                + Figures.HEAD
                + said(relay(all))
                + said(byHand())
                + said(together(all))
                + said(readers(all))
                + System.lineSeparator();
    }

    /** At once, too: whoever waits for the rest, or does not get it, has it. */
    private String said(String lines) {
        site.say(lines);
        return lines;
    }

    /** Each organisation between has an instruction, so that nobody's hand is measured. */
    private String relay(Villages all) {
        site.jdbc().sql("""
            insert into task.standing_order (unit_id, from_key, text, days_early, on_duty, set_by, set_at, version)
            select id, 0, '请按上级要求办理。', 0, 1, 1, now(6), 1 from task.unit
             where path > :path and path <= concat(:path, '~') and tier <> 'VILLAGE' and valid_to is null\
            """).param("path", province.path()).update();
        dispatches.relay(all);
        var turns = Turns.take(options.blocks(), () -> dispatches.relay(all), () -> dispatches.send(all));
        site.jdbc()
                .sql("update task.standing_order set on_duty = null where on_duty = 1")
                .update();
        var relayed = Figures.of(turns.ours(), Sent::all);
        var direct = Figures.of(turns.control(), Sent::all);
        return relayed.leastOfBlocks()
                        .over(direct.leastOfBlocks())
                        .line("**relay over five tiers with standing instructions / direct dispatch**", "at most 3")
                + relayed.line("relay, all rows exist, every turn, s", "")
                + direct.line("direct, all rows exist, every turn, s", "");
    }

    /** A county forwards to its villages what the province sent it, beside what the province sends them itself. */
    private String byHand() {
        var county = dispatches.villages(county(), path(county()));
        var office = site.people().activate(List.of(county.under())).getFirst();
        var forwarded = new ArrayList<Double>();
        var direct = new ArrayList<Double>();
        for (int turn = 0; turn <= FORWARDINGS_OF_BLOCK * options.blocks(); turn++) {
            double hand = dispatches.forward(county, office);
            double itself = dispatches.send(county).all();
            // the first one warms up
            if (turn == 0) continue;
            forwarded.add(hand);
            direct.add(itself);
        }
        return new Figures(forwarded)
                        .over(new Figures(direct))
                        .line(
                                "**forwarding by hand to %,d villages / direct dispatch to them**"
                                        .formatted(county.count()),
                                "at most 3")
                + new Figures(forwarded).line("forwarding by hand, all rows exist, s", "")
                + new Figures(direct).line("direct, all rows exist, s", "");
    }

    private String together(Villages all) {
        double single = 0;
        for (int i = 0; i < SINGLE; i++) single += dispatches.send(all).all() * AT_ONCE / SINGLE;
        var small = dispatches.villages(county(), path(county()));
        var together = dispatches.sendTogether(all, AT_ONCE, small);
        site.say(String.format(
                Locale.ROOT,
                "%d dispatches: one after the other %.1f s, at once %.1f s, a small one among them %.2f s",
                AT_ONCE,
                single,
                together.all(),
                together.small()));
        return new Figures(List.of(together.all() / single))
                        .line(
                                "**%d dispatches at once / one after the other, counted from %d**"
                                        .formatted(AT_ONCE, SINGLE),
                                "at most 1.3")
                + new Figures(List.of(together.all())).line("%d at once, all rows exist, s".formatted(AT_ONCE), "")
                + new Figures(List.of(together.small()))
                        .line("a small one sent among them, all rows exist, s", "at most 5");
    }

    private String readers(Villages all) {
        long village = all.units().getFirst();
        dispatches.givePast(village, OLD);
        var reader = site.people().activate(List.of(village)).getFirst();
        var task = site.direct("task");
        var session = site.people().session(reader);
        var mine = new Readers(50);
        var idle = new Figures(mine.measure(number ->
                () -> task.get("/v1/assignments?limit=50").as(session.token()).send()));
        var busy = new ArrayList<Double>();
        try (var sending = dispatches.keepSending(all)) {
            busy.addAll(mine.measure(number -> () ->
                    task.get("/v1/assignments?limit=50").as(session.token()).send()));
            site.say(sending.sent() + " dispatches while they read");
        }
        var meanwhile = new Figures(busy);
        return meanwhile
                        .over(idle)
                        .line(
                                "**p99 of \"my tasks\" of a village with %,d old ones, 50 readers, during dispatches / idle**"
                                        .formatted(OLD),
                                "at most 2")
                + idle.line("the same p99, idle, ms", "")
                + meanwhile.line("the same p99, during dispatches, ms", "");
    }

    /** With most villages. */
    private long county() {
        return site.jdbc()
                .sql("""
                    select c.id from task.unit c join task.unit v on v.path > c.path and v.path < concat(c.path, '~')
                     where c.tier = 'COUNTY' and v.tier = 'VILLAGE' and c.path like concat(:path, '%')
                     group by c.id order by count(*) desc, c.id limit 1\
                    """)
                .param("path", province.path())
                .query(Long.class)
                .single();
    }

    private String path(long unit) {
        return site.jdbc()
                .sql("select path from task.unit where id = :unit")
                .param("unit", unit)
                .query(String.class)
                .single();
    }
}
