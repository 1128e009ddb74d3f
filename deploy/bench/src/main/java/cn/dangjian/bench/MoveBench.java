package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.People.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 改隶: a county of 5,000 units moves to another city, beside one statement that writes their paths anew. */
final class MoveBench {

    private static final String TREE = "organization.unit";

    private final Site site;
    private final BenchOptions options;
    private final Imports imports;
    private int moves;

    MoveBench(Site site, BenchOptions options, Imports imports) {
        this.site = site;
        this.options = options;
        this.imports = imports;
    }

    /**
     * What a move took, in seconds since it was approved.
     *
     * @param answered until the approval was answered
     * @param directories until every service's directory was what the tree is
     * @param quiet until all that follows from it was heard by everybody
     */
    private record Moved(double answered, double directories, double quiet, CpuTime cpu) {}

    private record Place(long id, String path) {}

    String run() {
        var files = Divisions.largeCounty(options.work().resolve("files").resolve("county"));
        var root = imports.run(files, "of a large county").root();
        var province = site.people().activateTwo(root.id());
        site.jdbc().sql("create database if not exists bench").update();
        site.jdbc().sql("create table bench.moved like " + TREE).update();
        site.jdbc().sql("insert into bench.moved select * from " + TREE).update();
        int units = units(files).size();
        int times = BareTables.ROWS / units + 1;
        move(files, province);
        bare(files, times);
        var turns = Turns.take(options.blocks(), () -> move(files, province), () -> bare(files, times));
        return "### Move of a county of %,d units%n%n".formatted(units) + table(turns, units * times);
    }

    private static String table(Turns<Moved, Double> turns, int rows) {
        var answered = Figures.of(turns.ours(), Moved::answered);
        var bare = Figures.of(turns.control(), seconds -> seconds);
        var least = bare.leastOfBlocks();
        return "The bare update writes %,d rows in each turn; of both turns of a block the faster one.%n%n"
                        .formatted(rows)
                + Figures.HEAD
                + answered.leastOfBlocks().over(least).line("**approved to answered / one bare update**", "")
                + answered.line("approved to answered, every turn, s", "")
                + Figures.of(turns.ours(), Moved::directories).line("until every directory has caught up, s", "5")
                + Figures.of(turns.ours(), Moved::quiet).line("until everything was heard, s", "")
                + Figures.of(turns.ours(), one -> one.cpu().all()).line("CPU s: house until then", "")
                + bare.line("one bare update, every turn, s", "")
                + least.evenness("The bare update");
    }

    private Moved move(Divisions files, List<Person> province) {
        moves++;
        var units = units(files);
        var county = place(Divisions.largeCountyCode(files.province()));
        var city = otherCity(files, county.path());
        var operation = Map.of("type", "MOVE", "unit", county.id(), "parent", city.id());
        var proposal = Map.of(
                "operation",
                operation,
                "document",
                "测组〔2026〕" + moves + "号",
                "effectiveOn",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        var proposed = expect(
                201,
                site.api()
                        .post("/organization/v1/changes", proposal)
                        .as(site.people().token(province.getFirst()))
                        .key()
                        .send());
        var approver = site.people().token(province.getLast());
        var before = CpuTime.now();
        long start = System.nanoTime();
        expect(
                200,
                site.api()
                        .post(
                                "/organization/v1/changes/"
                                        + proposed.json().path("id").asLong() + "/approval",
                                Map.of())
                        .as(approver)
                        .key()
                        .send());
        double answered = seconds(start);
        double directories = arrival(
                start, place(Divisions.largeCountyCode(files.province())).path(), units);
        site.backlog().awaitNone();
        var moved =
                new Moved(answered, directories, seconds(start), CpuTime.now().since(before));
        site.say(String.format(
                Locale.ROOT,
                "move %d: answered in %.2f s, directories %.2f s, quiet %.2f s",
                moves,
                moved.answered(),
                moved.directories(),
                moved.quiet()));
        return moved;
    }

    private double arrival(long start, String path, List<Long> units) {
        var rows = "path between '" + path + "' and '" + path + "~'";
        long last = start;
        for (var directory : imports.directories()) {
            var arrival =
                    new Arrival(site.jdbc(), directory + ".unit", rows, "id", Arrival.probes(units), units.size());
            last = Math.max(last, arrival.await(Duration.ofMillis(20)));
        }
        return (last - start) / 1e9;
    }

    /** Seconds that it takes to write the paths anew and nothing else; of so many times, to and fro, the mean. */
    private double bare(Divisions files, int times) {
        String county = Divisions.largeCountyCode(files.province());
        double all = 0;
        for (int time = 0; time < times; time++) {
            var at = site.jdbc()
                    .sql("select path from bench.moved where code = :code")
                    .param("code", county)
                    .query(String.class)
                    .single();
            var city = otherCity(files, at);
            long start = System.nanoTime();
            site.jdbc()
                    .sql("""
                        update bench.moved
                           set path = concat(:to, substring(path, length(:above) + 1)), version = version + 1
                         where path between :at and concat(:at, '~')\
                        """)
                    .param("to", city.path())
                    .param("above", at.substring(0, at.length() - 5))
                    .param("at", at)
                    .update();
            all += seconds(start);
        }
        return all / times;
    }

    /** The one of both cities that a county at this path is not below. */
    private Place otherCity(Divisions files, String county) {
        var first = place(files.province() + "01");
        return county.startsWith(first.path()) ? place(files.province() + "02") : first;
    }

    private List<Long> units(Divisions files) {
        return site.jdbc()
                .sql("select id from organization.unit where code like concat(:county, '%') order by id")
                .param("county", Divisions.largeCountyCode(files.province()))
                .query(Long.class)
                .list();
    }

    private Place place(String code) {
        return site.jdbc()
                .sql("select id, path from organization.unit where code = :code and valid_to is null")
                .param("code", code)
                .query(Place.class)
                .single();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
