package cn.dangjian.bench;

import cn.dangjian.bench.Imports.Root;
import cn.dangjian.local.synthetic.Person;
import cn.dangjian.local.synthetic.Persons;
import cn.dangjian.testkit.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Twenty readers ask the service for members at once: each asks, then waits up to 400 ms. */
final class MemberReaders {

    private static final int READERS = 20;

    private final Site site;
    private final Root root;
    private final Api member;

    MemberReaders(Site site, Root root) {
        this.site = site;
        this.root = root;
        this.member = site.direct("member");
    }

    private record Asker(long unit, Session session) {}

    String run(Persons persons) {
        var askers = askers();
        var kinds = new LinkedHashMap<String, Question>();
        kinds.put(
                "search by name",
                (asker, random) ->
                        search(asker, Map.of("name", someone(persons, random).name())));
        kinds.put(
                "search by number",
                // from the county down: others may not search so
                (asker, random) -> search(
                        askers.get(2 + random.nextInt(3)),
                        Map.of("number", someone(persons, random).number())));
        kinds.put("list of a unit", (asker, random) -> get(asker, "members?limit=50"));
        kinds.put("list of a class", (asker, random) -> get(asker, "members?limit=50&memberClass=RETIRED"));
        kinds.put(
                "numbers of a county, today",
                (asker, random) -> get(askers.get(2), "units/" + askers.get(2).unit() + "/counts"));
        kinds.put(
                "numbers of a county, of a past day",
                (asker, random) -> get(askers.get(2), "units/" + askers.get(2).unit() + "/counts?on=2024-06-30"));
        var table = new StringBuilder();
        kinds.forEach((name, question) -> table.append(new Figures(measure(question, askers))
                .line("p99 over HTTP, ms: " + name, name.startsWith("numbers") ? "20" : "50")));
        return table.toString();
    }

    @FunctionalInterface
    private interface Question {
        Api.Answer ask(Asker asker, RandomGenerator random);
    }

    private static Person someone(Persons persons, RandomGenerator random) {
        return persons.person(random.nextLong(persons.people()));
    }

    private Api.Answer search(Asker asker, Map<String, Object> body) {
        return member.post("/v1/member-searches", body)
                .as(asker.session().token())
                .send();
    }

    private Api.Answer get(Asker asker, String path) {
        return member.get("/v1/" + path).as(asker.session().token()).send();
    }

    /** One of each tier, from the province down to a village. */
    private List<Asker> askers() {
        var units = new ArrayList<Long>(List.of(root.id()));
        for (int depth = 1; depth < 5; depth++) {
            units.add(site.jdbc()
                    .sql("select id from member.unit where parent_id = :parent order by path limit 1")
                    .param("parent", units.getLast())
                    .query(Long.class)
                    .single());
        }
        return site.people().activate(units).stream()
                .map(person -> new Asker(person.unit(), site.people().session(person)))
                .toList();
    }

    private List<Double> measure(Question question, List<Asker> askers) {
        return new Readers(READERS).measure(reader -> {
            var asker = askers.get(reader % askers.size());
            return () -> question.ask(asker, RandomGenerator.getDefault());
        });
    }
}
