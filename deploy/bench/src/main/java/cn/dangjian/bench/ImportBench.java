package cn.dangjian.bench;

import cn.dangjian.bench.BareTables.Loaded;
import cn.dangjian.bench.Imports.Imported;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;

/** 导入: the house's import of a province, beside {@code LOAD DATA} of the same files. */
final class ImportBench {

    private static final int FIRST_CODE = 51;
    private static final int MOST_OF_TURN = 15;

    private final Site site;
    private final BenchOptions options;
    private final Imports imports;
    private final Divisions divisions;

    ImportBench(Site site, BenchOptions options, Imports imports, Divisions divisions) {
        this.site = site;
        this.options = options;
        this.imports = imports;
        this.divisions = divisions;
    }

    /** @param first the import into the empty house, which warmed everything up */
    String run(Imported first) {
        var bare = new BareTables(site);
        // an import takes as long as many turns of the others, and the house keeps its units
        int blocks = Math.max(1, options.blocks() / 2);
        int loads = Math.clamp(BareTables.ROWS / divisions.size() + 1, 1, MOST_OF_TURN);
        // both sides read files that were made the same way
        var copies = new ArrayDeque<>(copies(2 * blocks + loads));
        var loaded =
                IntStream.range(0, loads).mapToObj(load -> copies.removeLast()).toList();
        bare.load(loaded);
        var turns = Turns.take(blocks, () -> imports.run(copies.removeFirst(), "of a copy"), () -> bare.load(loaded));
        return heading(first) + table(turns, loaded.size());
    }

    /** The same province under other codes. */
    private List<Divisions> copies(int count) {
        var folder = options.work().resolve("files");
        return IntStream.iterate(FIRST_CODE, code -> code + 1)
                .mapToObj(Integer::toString)
                .filter(code -> !code.equals(divisions.province()))
                .limit(count)
                .map(code -> divisions.under(code, folder))
                .toList();
    }

    private String heading(Imported first) {
        return "### Import of %,d rows%n%n%s%n%n".formatted(first.rows(), first(first));
    }

    private static String first(Imported first) {
        return ("Into the empty house, just started: %,d units in the tree after %s s (%,d rows rejected), all accounts"
                        + " after %s s, all directories after %s s, everything heard after %s s (goal: accounts and"
                        + " directories of 31,691 units within 60 s).")
                .formatted(
                        first.units(),
                        Figures.shown(first.applied()),
                        first.rejected(),
                        Figures.shown(first.accounts()),
                        Figures.shown(first.directories()),
                        Figures.shown(first.quiet()));
    }

    private static String table(Turns<Imported, Loaded> turns, int loads) {
        var ours = turns.ours();
        var control = turns.control();
        for (int turn = 0; turn < ours.size(); turn++) {
            if ((long) ours.get(turn).rows() * loads == control.get(turn).rows()) continue;
            return "Void: the import read %,d rows, LOAD DATA %,d in %d copies.%n"
                    .formatted(ours.get(turn).rows(), control.get(turn).rows(), loads);
        }
        var loading = Figures.of(control, Loaded::seconds).leastOfBlocks();
        var row = Figures.of(ours, one -> one.applied() / one.rows()).leastOfBlocks();
        var bareRow = Figures.of(control, one -> one.seconds() / one.rows()).leastOfBlocks();
        return "`LOAD DATA` reads %,d rows in each turn; of both turns of a block the faster one.%n%n"
                        .formatted(control.getFirst().rows())
                + Figures.HEAD
                + bareRow.over(row).line("**rows per second: import / `LOAD DATA`**", "at least 0.35")
                + Figures.of(ours, Imported::rate).line("rows per second: import, accepted to DONE, every turn", "")
                + Figures.of(control, Loaded::rate).line("rows per second: `LOAD DATA`, every turn", "")
                + Figures.of(ours, Imported::accounts).line("until all accounts exist, s", "60")
                + Figures.of(ours, Imported::directories).line("until every directory has caught up, s", "60")
                + Figures.of(ours, Imported::quiet).line("until everything was heard, s", "")
                + Figures.of(ours, one -> one.cpu().all()).line("CPU s: house until then", "")
                + Figures.of(ours, one -> one.cpu().database()).line("CPU s: of it the database", "")
                + Figures.of(control, one -> one.cpu().database() / loads)
                        .line("CPU s: `LOAD DATA` of as many rows, the database", "")
                + loading.evenness("`LOAD DATA`");
    }
}
