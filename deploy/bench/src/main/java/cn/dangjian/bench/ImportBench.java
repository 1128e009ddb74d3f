package cn.dangjian.bench;

import cn.dangjian.bench.BareTables.Loaded;
import cn.dangjian.bench.Imports.Imported;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** 导入: the house's import of a province, beside {@code LOAD DATA} of the same files. */
final class ImportBench {

    private static final int FIRST_CODE = 51;

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
        // every side of every block reads files that were made the same way
        var codes = IntStream.iterate(FIRST_CODE, code -> code + 1)
                .mapToObj(Integer::toString)
                .filter(code -> !code.equals(divisions.province()))
                .limit((options.blocks() + 1L) * BareTables.REPEATS)
                .toList();
        var copies = options.work().resolve("files");
        bare.load(copies(codes, 0, copies));

        var ours = new ArrayList<Imported>();
        var control = new ArrayList<Loaded>();
        for (int block = 1; block <= options.blocks(); block++) {
            var provinces = copies(codes, block, copies);
            if (block % 2 == 1) ours.add(imports.run(provinces.getFirst(), "of block " + block));
            control.add(bare.load(provinces));
            if (block % 2 == 0) ours.add(imports.run(provinces.getFirst(), "of block " + block));
        }
        return heading(first) + table(ours, control);
    }

    private List<Divisions> copies(List<String> codes, int block, Path folder) {
        return codes.subList(block * BareTables.REPEATS, (block + 1) * BareTables.REPEATS).stream()
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

    private static String table(List<Imported> ours, List<Loaded> control) {
        for (int block = 0; block < ours.size(); block++) {
            if (ours.get(block).rows() == control.get(block).rows()) continue;
            return "Void: the import read %,d rows, LOAD DATA %,d.%n"
                    .formatted(ours.get(block).rows(), control.get(block).rows());
        }
        var loading = Figures.of(control, Loaded::seconds);
        if (loading.isTooUneven()) return loading.excuse("LOAD DATA");
        var rate = Figures.of(ours, Imported::rate);
        var bareRate = Figures.of(control, Loaded::rate);
        return Figures.HEAD
                + rate.over(bareRate).line("**rows per second: import / `LOAD DATA`**", "at least 0.35")
                + rate.line("rows per second: import, accepted to DONE", "")
                + bareRate.line("rows per second: `LOAD DATA`", "")
                + Figures.of(ours, Imported::accounts).line("until all accounts exist, s", "60")
                + Figures.of(ours, Imported::directories).line("until every directory has caught up, s", "60")
                + Figures.of(ours, Imported::quiet).line("until everything was heard, s", "")
                + Figures.of(ours, one -> one.cpu().all()).line("CPU s: house until then", "")
                + Figures.of(ours, one -> one.cpu().database()).line("CPU s: of it the database", "")
                + Figures.of(control, one -> one.cpu().database()).line("CPU s: `LOAD DATA`, the database", "");
    }
}
