package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.doors.Document;
import cn.dangjian.testkit.doors.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What is read lies below the reader: every door of every page that reads, asked by callers of all tiers, for what is theirs
 * and for what the province sees elsewhere; the units in the answers are held against the tree.
 */
class ScopeJourney {

    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final int MOST_THINGS = 3;
    private static final int AT_ONCE = 4;

    /** Who takes part in an appraisal (述职评议) reads whom it is about, and his own sheets: units beside his own. */
    private static final Set<String> TAKES_PART =
            Set.of("GET /v1/appraisals", "GET /v1/appraisals/{id}", "GET /v1/appraisals/{id}/ballots");

    /** A field that names a unit; a list of units names it by its own id. */
    private static final Pattern UNIT = Pattern.compile("(?i).*(unit|unitId)");

    private static final Pattern UNITS = Pattern.compile("/v1/units(/\\{id})?(/children)?");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<String, List<String>> things = new ConcurrentHashMap<>();
    private final Set<String> outside = new ConcurrentSkipListSet<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger compared = new AtomicInteger();

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void answersEverybodyWithWhatLiesBelowHim() throws Exception {
        readTheTree();
        long elsewhere = elsewhere();

        var doors = new ArrayList<Callable<Void>>();
        for (var service : StartedHouse.services()) {
            var api = new Api(house.service(service).url());
            for (var operation : document(service).operations()) {
                if (!operation.method().equals("GET") || operation.path().endsWith("/stream")) continue;
                doors.add(() -> {
                    ask(service, api, operation, elsewhere);
                    return null;
                });
            }
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var door : threads.invokeAll(doors)) door.get();
        }

        assertThat(answered.get()).as("answers").isGreaterThan(300);
        assertThat(compared.get()).as("units in them").isGreaterThan(1000);
        assertThat(outside).as("units that are not theirs").isEmpty();
    }

    private void ask(String service, Api api, Operation operation, long elsewhere) {
        for (var tier : TIERS) {
            var asked = new LinkedHashSet<String>();
            long own = people.at(tier).unit();
            for (var value : values(api, operation, own, elsewhere)) {
                String path = operation.filled(value);
                asked.add(path + operation.query());
                for (var unit : List.of(own, elsewhere)) asked.add(path + withUnit(operation, unit));
            }
            for (var path : asked) check(service, api, operation, tier, path);
        }
    }

    /** The unit of the caller, one of another county, and things that the province sees. */
    private List<String> values(Api api, Operation operation, long own, long elsewhere) {
        if (!operation.hasVariables()) return List.of("");
        var values = new ArrayList<>(List.of(String.valueOf(own), String.valueOf(elsewhere)));
        String list = operation.path().substring(0, operation.path().indexOf("/{"));
        values.addAll(things.computeIfAbsent(list, path -> things(api, path)));
        return values;
    }

    private List<String> things(Api api, String list) {
        var answer = api.get(list + "?limit=200").as(people.token("PROVINCE")).send();
        if (answer.status() != 200 || !isJson(answer)) return List.of();
        return answer.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").isNumber())
                .map(item -> item.path("id").asString())
                .limit(MOST_THINGS)
                .toList();
    }

    private static String withUnit(Operation operation, long unit) {
        for (var parameter : operation.said().path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("query")
                    && Set.of("unit", "parent", "place").contains(name))
                return operation.query() + (operation.query().isEmpty() ? "?" : "&") + name + "=" + unit;
        }
        return operation.query();
    }

    private void check(String service, Api api, Operation operation, String tier, String path) {
        var answer = api.get(path).as(people.token(tier)).send();
        if (answer.status() != 200 || !isJson(answer)) return;
        answered.incrementAndGet();
        var units = new LinkedHashSet<Long>();
        collect(answer.json(), UNITS.matcher(operation.path()).matches() && service.equals("organization"), units);
        long own = people.at(tier).unit();
        for (long unit : units) {
            compared.incrementAndGet();
            if (!isAbove(own, unit) && !isAbove(unit, own) && !TAKES_PART.contains(operation.name()))
                outside.add(service + " " + operation.name() + " as " + tier + " " + own + ": " + unit + " in " + path);
        }
    }

    private void collect(JsonNode node, boolean areUnits, Set<Long> units) {
        if (node.isObject()) {
            node.propertyStream().forEach(field -> {
                boolean names = UNIT.matcher(field.getKey()).matches()
                        || (areUnits && field.getKey().equals("id"));
                if (names
                        && field.getValue().isIntegralNumber()
                        && parents.containsKey(field.getValue().asLong()))
                    units.add(field.getValue().asLong());
            });
        }
        for (var part : node) collect(part, areUnits, units);
    }

    /** Whether a unit is another one or lies above it. */
    private boolean isAbove(long unit, long other) {
        for (Long at = other; at != null && at != 0; at = parents.get(at)) {
            if (at == unit) return true;
        }
        return false;
    }

    private void readTheTree() {
        var api = new Api(house.service("organization").url());
        String next = "";
        do {
            var page = api.get("/v1/units?limit=200" + next)
                    .as(people.token("PROVINCE"))
                    .send()
                    .json();
            for (var unit : page.path("items"))
                parents.put(unit.path("id").asLong(), unit.path("parentId").asLong(0));
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        for (var tier : TIERS) assertThat(parents).containsKey(people.at(tier).unit());
    }

    /** A unit that has nothing to do with the county of the callers, and nothing below it. */
    private long elsewhere() {
        long city = people.at("CITY").unit();
        return parents.keySet().stream()
                .filter(unit -> !isAbove(city, unit) && !isAbove(unit, city))
                .filter(unit -> !parents.containsValue(unit))
                .findFirst()
                .orElseThrow();
    }

    private Document document(String service) {
        return new Document(new Api(house.gatewayUrl())
                .get("/" + service + "/v3/api-docs")
                .send()
                .body());
    }

    private static boolean isJson(Api.Answer answer) {
        String type = answer.header("Content-Type");
        return type != null && type.startsWith("application/json");
    }
}
