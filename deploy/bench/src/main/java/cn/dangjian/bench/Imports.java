package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.local.HouseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** Imports as an administrator does them, through the gateway, until every service has heard of every unit. */
final class Imports {

    private static final String PATH = "/organization/v1/imports";
    private static final int PIECE = 1_000_000;
    private static final Set<String> ENDED = Set.of("DONE", "FAILED");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Site site;
    private final List<String> directories;

    Imports(Site site) {
        this.site = site;
        this.directories = site.jdbc()
                .sql("select table_schema from information_schema.tables where table_name = 'unit'"
                        + " and table_schema <> 'organization'")
                .query(String.class)
                .list();
    }

    /**
     * What an import took, in seconds since it was accepted.
     *
     * @param root the province's unit
     * @param rows of the files
     * @param units that there are in the house because of it
     * @param quiet until all that follows from it was heard by everybody
     * @param cpu of the house until then
     */
    record Imported(
            Root root,
            int rows,
            long units,
            int rejected,
            double applied,
            double accounts,
            double directories,
            double quiet,
            CpuTime cpu) {

        double rate() {
            return rows / applied;
        }
    }

    record Root(long id, String path) {}

    /** The schemas that keep a directory of the tree. */
    List<String> directories() {
        return directories;
    }

    /** @param which the import, for whoever watches */
    Imported run(Divisions divisions, String which) {
        var token = site.people().operator();
        var id = open(divisions, token);
        for (var file : Divisions.FILES) upload(id + "/files/" + file, token, divisions.read(file));

        var before = CpuTime.now();
        expect(202, site.api().post(PATH + "/" + id + "/application").as(token).send());
        long start = System.nanoTime();
        awaitEnd(id);
        double applied = seconds(start);
        var root = site.jdbc()
                .sql("select id, path from organization.unit where code = :province and tier = 'PROVINCE'")
                .param("province", divisions.province())
                .query(Root.class)
                .single();
        var units = units(root);
        double accounts = arrival(start, List.of("identity.account"), "office_of", units);
        double known = arrival(start, directories.stream().map(s -> s + ".unit").toList(), "id", units);
        site.backlog().awaitNone();
        double quiet = seconds(start);
        var cpu = CpuTime.now().since(before);

        var end = site.api().get(PATH + "/" + id).as(token).send().json();
        int rows = end.path("files")
                .valueStream()
                .mapToInt(file -> file.path("read").asInt())
                .sum();
        int rejected = end.path("files")
                .valueStream()
                .mapToInt(file -> file.path("rejected").asInt())
                .sum();
        site.say(String.format(
                Locale.ROOT,
                "import %s: %,d rows applied in %.2f s, accounts %.1f s, directories %.1f s, quiet %.1f s, CPU %.1f s",
                which,
                rows,
                applied,
                accounts,
                known,
                quiet,
                cpu.all()));
        return new Imported(root, rows, units.size(), rejected, applied, accounts, known, quiet, cpu);
    }

    private String open(Divisions divisions, String token) {
        var province = Map.of("provinceCode", divisions.province(), "provinceName", "测量省" + divisions.province());
        var answer = site.api().post(PATH, province).as(token).key().send();
        return expect(201, answer).json().path("id").asString();
    }

    private void upload(String file, String token, byte[] content) {
        for (int from = 0; from < content.length; from += PIECE) {
            int to = Math.min(from + PIECE, content.length);
            var answer = site.api()
                    .patch(PATH + "/" + file, Arrays.copyOfRange(content, from, to))
                    .as(token)
                    .header("Upload-Offset", Integer.toString(from))
                    .header("Upload-Complete", to == content.length ? "?1" : "?0")
                    .send();
            expect(204, answer);
        }
    }

    private void awaitEnd(String id) {
        var state = Awaitility.await("the import")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(
                        () -> site.jdbc()
                                .sql("select state from organization.division_import where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single(),
                        ENDED::contains);
        if (state.equals("FAILED")) throw new HouseException("The import failed, see organization's log");
    }

    private List<Long> units(Root root) {
        return site.jdbc()
                .sql("select id from organization.unit where path between :path and concat(:path, '~') order by id")
                .param("path", root.path())
                .query(Long.class)
                .list();
    }

    /** Seconds from the start until these tables hold all units; their ids are neighbours. */
    private double arrival(long start, List<String> tables, String key, List<Long> units) {
        var rows = key + " between " + units.getFirst() + " and " + units.getLast();
        long last = start;
        for (var table : tables) {
            var arrival = new Arrival(site.jdbc(), table, rows, key, Arrival.probes(units), units.size());
            last = Math.max(last, arrival.await(Duration.ofMillis(50)));
        }
        return (last - start) / 1e9;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
