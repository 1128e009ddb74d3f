package cn.dangjian.bench;

import cn.dangjian.bench.BareTables.Inserted;
import cn.dangjian.bench.Dispatches.Sent;
import cn.dangjian.bench.Dispatches.Villages;
import cn.dangjian.bench.Imports.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** 派送: a dispatch to all villages of a province, beside bare inserts of its rows and beside a dispatch to a few. */
final class DispatchBench {

    private static final int SIGNERS_OF_BLOCK = 6;
    private static final int WARMING = 2;

    /** In a small province a turn has fewer rows. */
    private static final int MOST_OF_TURN = 10;

    private final Site site;
    private final BenchOptions options;
    private final Root province;
    private final Dispatches dispatches;

    DispatchBench(Site site, BenchOptions options, Root province) {
        this.site = site;
        this.options = options;
        this.province = province;
        this.dispatches = new Dispatches(
                site, site.people().activate(List.of(province.id())).getFirst());
    }

    private record Signed(double afterLarge, double afterSmall) {}

    String run() {
        var bare = new BareTables(site);
        bare.createLikeTheHouse();
        var all = dispatches.villages(0, province.path());
        var tenth = near(all.count() / 10);
        // before anything counts
        dispatches.send(tenth);
        for (int i = 0; i < WARMING; i++) dispatches.send(all);
        int times = Math.clamp(BareTables.ROWS / (2 * Math.max(1, all.count())) + 1, 1, MOST_OF_TURN);
        bare.insertDispatches(times, province.path());

        var few = new ArrayList<Sent>();
        var turns = Turns.take(
                options.blocks(),
                () -> {
                    few.add(dispatches.send(tenth));
                    return send(all, times);
                },
                () -> bare.insertDispatches(times, province.path()));
        var signed = sign(all);
        return "### Dispatch to %,d villages%n%n".formatted(all.count())
                + table(turns, few, all.count(), tenth.count())
                + "%n### Signing one assignment%n%n".formatted()
                + signing(signed)
                + System.lineSeparator();
    }

    private List<Sent> send(Villages villages, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> dispatches.send(villages))
                .toList();
    }

    /** The villages of the city or county that has about so many. */
    private Villages near(long count) {
        var nearest = site.jdbc()
                .sql("""
                    select c.id, c.path from task.unit c
                      join task.unit v on v.path > c.path and v.path <= concat(c.path, '~') and v.tier = 'VILLAGE'
                     where c.path > :province and c.path <= concat(:province, '~') and c.tier in ('CITY', 'COUNTY')
                     group by c.id, c.path order by abs(count(*) - :count), c.id limit 1\
                    """)
                .param("province", province.path())
                .param("count", count)
                .query(Root.class)
                .single();
        return dispatches.villages(nearest.id(), nearest.path());
    }

    private static String table(Turns<List<Sent>, List<Inserted>> turns, List<Sent> few, long all, long tenth) {
        var ours = turns.ours();
        var control = turns.control();
        var rows =
                ours.stream().flatMap(List::stream).map(Sent::rows).distinct().toList();
        var bareRows = control.stream()
                .flatMap(List::stream)
                .map(Inserted::rows)
                .distinct()
                .toList();
        if (!rows.equals(List.of(2 * all)) || !bareRows.equals(rows))
            return "Void: the house has %s rows, the control %s.%n".formatted(rows, bareRows);
        int times = control.getFirst().size();
        var exist = Figures.ofTurns(ours, Sent::all);
        var accepted = Figures.ofTurns(ours, Sent::accepted);
        var bare = Figures.ofTurns(control, Inserted::all);
        var least = bare.leastOfBlocks();
        var houseCpu = Figures.ofTurns(ours, one -> one.cpu().all());
        var bareCpu = Figures.ofTurns(control, one -> one.cpu().database());
        var fewAll = Figures.of(few, Sent::all).leastOfBlocks();
        var fewAccepted = Figures.of(few, Sent::accepted).leastOfBlocks();
        double more = (double) all / tenth;
        var most = "at most " + Figures.shown(1.1 * more);
        var toFew = "t(%,d) / t(%,d)".formatted(all, tenth);
        return "Each turn %d times, %,d rows; of both turns of a block the faster one.%n%n"
                        .formatted(times, 2 * all * times)
                + Figures.HEAD
                + exist.leastOfBlocks().over(least).line("**all rows exist / bare `INSERT ... SELECT`**", "at most 3")
                + accepted.leastOfBlocks().over(least).line("accepted / bare `INSERT ... SELECT`", "")
                + accepted.leastOfBlocks()
                        .over(Figures.ofTurns(control, Inserted::assignments).leastOfBlocks())
                        .line("accepted / bare, the assignments alone", "at most 2")
                + exist.leastOfBlocks().over(fewAll).line(toFew + ", all rows exist", most)
                + accepted.leastOfBlocks().over(fewAccepted).line(toFew + ", accepted", most)
                + houseCpu.leastOfBlocks()
                        .over(bareCpu.leastOfBlocks())
                        .line("CPU: house until everything was heard / bare, the database", "")
                + Figures.ofTurns(ours, one -> (double) one.records() / all)
                        .line("Kafka records per recipient, dispatch and delivery", "at most 0.01")
                + exist.line("all rows exist, every turn, s", "")
                + accepted.line("accepted, every turn, s", "")
                + bare.line("bare `INSERT ... SELECT`, every turn, s", "")
                + houseCpu.line("CPU s: house until everything was heard", "")
                + Figures.ofTurns(ours, one -> one.cpu().database()).line("CPU s: of it the database", "")
                + bareCpu.line("CPU s: bare, the database", "")
                + least.evenness("The bare `INSERT ... SELECT`");
    }

    /** One unit after the other signs both its assignments, every second one in the other order. */
    private List<Signed> sign(Villages all) {
        var county = near(all.count() / 100);
        var signers = site.people()
                .activate(county.units().stream()
                        .limit(SIGNERS_OF_BLOCK * (1L + options.blocks()))
                        .toList());
        long large = dispatches.send(all).id();
        long small = dispatches.send(county).id();
        var pairs = new ArrayList<Signed>();
        for (var signer : signers) {
            var token = site.people().token(signer);
            double first = dispatches.sign(pairs.size() % 2 == 0 ? large : small, signer.unit(), token);
            double second = dispatches.sign(pairs.size() % 2 == 0 ? small : large, signer.unit(), token);
            pairs.add(pairs.size() % 2 == 0 ? new Signed(first, second) : new Signed(second, first));
        }
        // the first ones warm up
        var counted = pairs.subList(Math.min(SIGNERS_OF_BLOCK, pairs.size() / 2), pairs.size());
        var blocks = new ArrayList<Signed>();
        for (int from = 0; from < counted.size(); from += SIGNERS_OF_BLOCK) {
            var block = counted.subList(from, Math.min(from + SIGNERS_OF_BLOCK, counted.size()));
            blocks.add(new Signed(
                    Figures.of(block, Signed::afterLarge).median(),
                    Figures.of(block, Signed::afterSmall).median()));
        }
        return blocks;
    }

    private String signing(List<Signed> blocks) {
        var large = Figures.of(blocks, Signed::afterLarge);
        var small = Figures.of(blocks, Signed::afterSmall);
        site.say(String.format(
                Locale.ROOT,
                "signing: %.1f ms after a large dispatch, %.1f ms after a small one, medians of %d blocks",
                large.median() * 1000,
                small.median() * 1000,
                blocks.size()));
        return Figures.HEAD
                + large.over(small).line("**after a large / after a small dispatch**", "at most 1.2")
                + Figures.of(blocks, one -> one.afterLarge() * 1000).line("after a large dispatch, ms", "")
                + Figures.of(blocks, one -> one.afterSmall() * 1000).line("after a small dispatch, ms", "")
                + small.evenness("Signing after a small dispatch");
    }
}
