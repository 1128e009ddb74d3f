package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One set of numbers (一套数): they are those of the services, and what the services tell once more changes none of them. */
class SumsJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final List<String> TELLERS = List.of("organization", "member", "task", "dues", "assessment");
    private static final int AT_ONCE = 30;

    /** What nothing of the demo province has yet, because it needs a date to pass or people of whom there is none. */
    private static final Set<String> NOTHING_YET = Set.of(
            // groups below branches, of which the files of divisions know none
            "org.groups",
            // nobody was judged, sought in vain for long, or away from elsewhere
            "member.stopped",
            "member.lost",
            "member.floating-in",
            "member.floating-contacted",
            "member.floating-overdue",
            "member.development-overdue",
            "member.transfers-in",
            // the dates of all tasks lie two months ahead
            "task.due",
            "task.on-time",
            "task.late",
            "task.missing",
            // a campaign whose vote is open
            "assessment.grades");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    private JsonNode get(String token, String path) {
        var answer = api.get(path).as(token).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var answer =
                api.post("/statistics/v1/" + path, body).as(people.operator()).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** The totals of all measures in a month, by their codes. */
    private Map<String, Long> totals(String token, YearMonth month) {
        var codes = get(token, "/statistics/v1/measures").path("measures").findValuesAsString("code");
        var totals = new TreeMap<String, Long>();
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            String some = String.join(",", codes.subList(from, Math.min(codes.size(), from + AT_ONCE)));
            for (var figure : get(token, "/statistics/v1/figures?month=" + month + "&measure=" + some)
                    .path("figures")) {
                assertThat(figure.path("addsUp").asBoolean())
                        .as(figure.toString())
                        .isTrue();
                totals.put(
                        figure.path("measure").asString(), figure.path("total").asLong());
            }
        }
        return totals;
    }

    @Test
    void theDemoProvinceHasFiguresOfEveryMeasure() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            // what happened within a month is none of the next one's
            var most = new TreeMap<String, Long>();
            for (var month : StartedHouse.months())
                totals(people.token("PROVINCE"), month).forEach((code, total) -> most.merge(code, total, Math::max));
            most.values().removeIf(total -> total != 0);
            assertThat(most.keySet()).as("measures that are zero").isSubsetOf(NOTHING_YET);
        });
    }

    /** Once nothing is on its way, each tier reads the same in the services' own pages as in its figures. */
    @Test
    void theFiguresOfEachTierAreThoseOfTheServices() {
        for (String tier : TIERS) {
            String token = people.token(tier);
            long unit = people.at(tier).unit();
            await(tier).atMost(PATIENCE).untilAsserted(() -> {
                var now = StartedHouse.months().getLast();
                var totals = totals(token, now);
                var members = get(token, "/member/v1/units/" + unit + "/counts").path("whole");
                assertThat(totals)
                        .containsEntry("member.members", members.path("members").asLong());
                assertThat(totals)
                        .containsEntry("member.lost", members.path("lost").asLong());
                assertThat(parts(token, now, "member.class")).isEqualTo(classes(members));
                var dues = get(token, "/dues/v1/units/" + unit + "/totals?from=" + now + "&to=" + now)
                        .path("all");
                for (var same : Map.of("dues.billed", "billed", "dues.collected", "collected")
                        .entrySet()) assertThat(totals).containsEntry(same.getKey(), fen(dues.path(same.getValue())));
            });
        }
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }

    private Map<String, Long> parts(String token, YearMonth month, String measure) {
        var parts = new TreeMap<String, Long>();
        get(token, "/statistics/v1/figures?group=SLOT&month=" + month + "&measure=" + measure)
                .at("/figures/0/parts")
                .forEach(part -> parts.put(
                        part.path("slot").asString(), part.path("value").asLong()));
        return parts;
    }

    /** Whoever has no class yet is in no class there, and in one of their own here: parts add up. */
    private static Map<String, Long> classes(JsonNode members) {
        var classes = numbers(members.path("classes"));
        long without = members.path("members").asLong()
                - classes.values().stream().mapToLong(Long::longValue).sum();
        if (without != 0) classes.put("UNKNOWN", without);
        return classes;
    }

    private static Map<String, Long> numbers(JsonNode counts) {
        var numbers = new TreeMap<String, Long>();
        counts.properties().forEach(each -> {
            if (each.getValue().asLong() != 0)
                numbers.put(each.getKey(), each.getValue().asLong());
        });
        return numbers;
    }

    /** As after a broker was set up anew: everybody tells all again, nothing is missing, and every figure is what it was. */
    @Test
    void everyServiceCanTellAllAgainAndNoFigureChanges() {
        var before = settled();
        post("rebuilds/rounds", Map.of());

        for (String service : TELLERS) retell(service);
        awaitAllAgain();

        assertThat(post("rebuilds/rounds/end", Map.of("forget", TELLERS))
                        .path("dropped")
                        .asLong())
                .isZero();
        assertThat(totals(people.token("PROVINCE"), before.month())).isEqualTo(before.totals());
        assertThatAllAddsUp();
    }

    /**
     * Killed while it folds and while sums are added up anew: when all was heard again, it has counted once. {@code
     * -Dsums.kills=10} for more of them.
     */
    @Test
    void killedWhileItHearsAllAgainNoFigureIsWrong() throws InterruptedException {
        var before = settled();
        var statistics = house.service("statistics");
        for (int time = 0; time < Integer.getInteger("sums.kills", 1); time++) {
            post("rebuilds/rounds", Map.of());
            for (String service : TELLERS) retell(service);
            var rebuilding = Thread.ofVirtual().start(this::rebuild);
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> told().anyMatch(again -> again > 0));
            statistics.kill();
            statistics.start();
            statistics.awaitHealthy();
            rebuilding.join();
            StartedHouse.awaitCalm();

            awaitAllAgain();

            assertThat(totals(people.token("PROVINCE"), before.month())).isEqualTo(before.totals());
            assertThatAllAddsUp();
            post("rebuilds/rounds/end", Map.of("forget", List.of()));
        }
    }

    private void retell(String service) {
        assertThat(api.post("/" + service + "/v1/retellings")
                        .as(people.operator())
                        .send()
                        .status())
                .as(service)
                .isEqualTo(202);
    }

    private JsonNode round() {
        return get(people.operator(), "/statistics/v1/rebuilds/rounds").path("services");
    }

    private LongStream told() {
        return round().valueStream().mapToLong(service -> service.path("again").asLong());
    }

    private void assertThatAllAddsUp() {
        String after = "";
        do {
            String page = "/statistics/v1/checks/figures?after=" + after;
            var checked = await().atMost(PATIENCE)
                    .until(() -> api.get(page).as(people.operator()).send(), answer -> answer.status() == 200)
                    .json();
            assertThat(checked.path("wrong").size()).as(checked.toString()).isZero();
            after = checked.path("next").asString("");
        } while (!after.isEmpty());
    }

    private void awaitAllAgain() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var services = round();
            assertThat(services.findValuesAsString("name")).containsAll(TELLERS);
            for (var service : services)
                assertThat(service.path("again")).as(services.toString()).isEqualTo(service.path("things"));
        });
    }

    /** The province's, when organization has looked at all teams: it does so every two minutes. */
    private Settled settled() {
        return await().atMost(Duration.ofMinutes(4))
                .until(
                        () -> {
                            var month = StartedHouse.months().getLast();
                            return new Settled(month, totals(people.token("PROVINCE"), month));
                        },
                        settled -> settled.totals().getOrDefault("org.seats", 0L) > 0);
    }

    /** The province's totals of a month. */
    private record Settled(YearMonth month, Map<String, Long> totals) {}

    private void rebuild() {
        try {
            api.post("/statistics/v1/rebuilds/figures", Map.of())
                    .as(people.operator())
                    .send();
        } catch (RuntimeException e) {
            // the service was killed in the middle of it, as it should be
        }
    }
}
