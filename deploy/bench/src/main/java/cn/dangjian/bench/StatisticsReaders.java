package cn.dangjian.bench;

import static cn.dangjian.bench.People.expect;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.testkit.Api;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Fifty readers of all tiers ask at once for their first screens, for figures by child and for why they are so. */
final class StatisticsReaders {

    private static final int READERS = 50;
    private static final int TIERS = 5;

    private final Site site;
    private final Root root;
    private final Api statistics;

    StatisticsReaders(Site site, Root root) {
        this.site = site;
        this.root = root;
        this.statistics = site.direct("statistics");
    }

    private record Asker(long unit, String token) {}

    String run() {
        var askers = askers();
        var table = new StringBuilder();
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("first screens", "views/me");
        kinds.put("members by child", "figures?measure=member.members");
        kinds.put(
                "members by child and kind of units", "figures?measure=member.members&slot=kind:VILLAGE_ORGANIZATION");
        kinds.put("members of a past month on today's tree", "figures?measure=member.members&tree=NOW&month=" + past());
        kinds.put("why", "figures/why?measure=member.members");
        kinds.forEach((name, path) -> table.append(line(name, name.startsWith("members") ? "15" : "20", askers, path)));
        return table
                + line("first screens of the province alone", "20", askers.subList(0, 1), "views/me")
                + line(
                        "members by child of the province alone",
                        "15",
                        askers.subList(0, 1),
                        "figures?measure=member.members");
    }

    private static String past() {
        return YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();
    }

    private String line(String name, String goal, List<Asker> askers, String path) {
        Function<Asker, Api.Answer> question =
                asker -> statistics.get("/v1/" + path).as(asker.token()).send();
        return new Figures(new Readers(READERS).measure(reader -> {
                    var asker = askers.get(reader % askers.size());
                    return () -> question.apply(asker);
                }))
                .line("p99 over HTTP, ms, 50 readers: " + name, goal);
    }

    /** One of each tier, from the province down. */
    private List<Asker> askers() {
        var units = new ArrayList<Long>(List.of(root.id()));
        while (units.size() < TIERS)
            units.add(site.jdbc()
                    .sql("select id from statistics.unit where parent_id = :parent order by path limit 1")
                    .param("parent", units.getLast())
                    .query(Long.class)
                    .single());
        return units.stream().map(this::asker).toList();
    }

    private Asker asker(long unit) {
        var person = site.people().activate(List.of(unit)).getFirst();
        return new Asker(unit, site.people().token(person));
    }

    /** The numbers of members of each child, as the house says them to somebody who has signed in. */
    Supplier<Map<Long, Long>> members(long unit) {
        var asker = asker(unit);
        return () -> members(asker);
    }

    private Map<Long, Long> members(Asker asker) {
        var found = new TreeMap<Long, Long>();
        expect(
                        200,
                        statistics
                                .get("/v1/figures?measure=member.members")
                                .as(asker.token())
                                .send())
                .json()
                .at("/figures/0/parts")
                .forEach(part ->
                        found.put(part.path("unit").asLong(), part.path("value").asLong()));
        return found;
    }
}
