package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** From the first screen of each tier down to the event that said a number. */
@ServiceTest
class FiguresApiTest {

    private static long next = 30_000_000;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcTemplate jdbc;

    private Land land;
    private long province;
    private long city;
    private long county;
    private long township;
    private long second;
    private long village;
    private long other;
    private long third;
    private long heading;
    private long direct;

    @BeforeEach
    void aProvince() {
        next += 100;
        province = next;
        city = next + 1;
        county = next + 2;
        township = next + 3;
        second = next + 4;
        village = next + 5;
        other = next + 6;
        third = next + 7;
        heading = next + 8;
        direct = next + 9;
        land = new Land(broker, jdbc)
                .unit(province, null, "PROVINCE", "PROVINCE_COMMITTEE")
                .unit(city, province, "CITY", "CITY_COMMITTEE")
                .unit(county, city, "COUNTY", "COUNTY_COMMITTEE")
                .unit(township, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(second, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(village, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(other, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(third, second, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(heading, province, "CITY", "DIVISION_GROUP")
                .unit(direct, heading, "COUNTY", "COUNTY_COMMITTEE");
        land.settle();
    }

    private JsonNode get(long unit, String path) {
        var answer = api.get(path).as(tokens.at(unit)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode figure(long reader, String query) {
        return get(reader, "/v1/figures?" + query).at("/figures/0");
    }

    private static long headline(JsonNode view, String list, String measure, String field) {
        return view.path(list)
                .valueStream()
                .filter(each -> each.path("measure").asString().equals(measure))
                .map(each -> each.path(field).asLong())
                .findFirst()
                .orElse(0L);
    }

    /** The unit's number and value of each part. */
    private static List<String> parts(JsonNode figure) {
        var parts = new ArrayList<String>();
        figure.path("parts")
                .forEach(part -> parts.add((part.hasNonNull("unit")
                                ? part.path("unit").asString()
                                : part.path("slot").asString())
                        + "=" + (part.hasNonNull("value") ? part.path("value").asString() : "hidden")));
        return parts;
    }

    @Test
    void eachTierSeesTheSameNumberOnItsFirstScreenAndInItsLists() {
        land.say(
                Land.counts(village, 2, NOW.minusMonths(1), Map.of("FARMER", 20L)),
                Land.counts(village, 3, NOW, Map.of("FARMER", 27L)),
                Land.counts(other, 1, NOW, Map.of("FARMER", 9L, "STUDENT", 2L)),
                Land.counts(third, 1, NOW, Map.of("FARMER", 30L)),
                Land.counts(county, 1, NOW, Map.of("OFFICE", 11L)),
                Land.team(village, 1, 5, 3, LocalDate.now(Land.BEIJING)),
                Land.arrears(other, 1, NOW, 2, "24.50"));

        for (var expected : Map.of(village, 27L, township, 38L, county, 79L, city, 79L, province, 79L)
                .entrySet()) {
            long unit = expected.getKey();
            var view = get(unit, "/v1/views/me");
            assertThat(headline(view, "headlines", "member.members", "value"))
                    .as(view.toString())
                    .isEqualTo(expected.getValue());
            var figure = figure(unit, "measure=member.members");
            assertThat(figure.path("total").asLong()).isEqualTo(expected.getValue());
            assertThat(figure.path("addsUp").asBoolean()).isTrue();
        }
        var view = get(county, "/v1/views/me");
        assertThat(headline(view, "headlines", "member.members", "before")).isEqualTo(20);
        assertThat(headline(view, "headlines", "member.members", "today")).isEqualTo(79);
        assertThat(headline(view, "alerts", "org.vacancies", "value")).isEqualTo(2);
        assertThat(headline(view, "alerts", "org.terms-due", "value")).isEqualTo(1);
        assertThat(headline(view, "alerts", "dues.open", "value")).isEqualTo(2450);
        assertThat(headline(view, "alerts", "org.weak", "value")).isZero();
        assertThat(view.path("children").findValuesAsString("unit"))
                .containsExactly(String.valueOf(township), String.valueOf(second));
        assertThat(view.at("/children/0/figures/member.members").asLong()).isEqualTo(38);
        assertThat(headline(get(township, "/v1/views/me"), "alerts", "dues.owing", "value"))
                .isEqualTo(2);
        assertThat(get(second, "/v1/views/me").path("alerts").size()).isZero();
        assertThat(get(county, "/v1/views/me").path("tasks").path("open").asLong())
                .isZero();
    }

    /** Also what is broken down or being worked on is to be done still. */
    @Test
    void whatIsToBeDoneIsWhatIsNeitherHandedInNorEnded() {
        long dispatch = 70_000 + next;
        broker.send(
                Said.dispatched(dispatch, county, "2026-01-01T00:00:00Z", 5),
                Said.addressed(dispatch, 1, List.of(village, other, third, second, township)),
                Said.changed(dispatch, village, 2, "WORKING"),
                Said.changed(dispatch, other, 2, "BROKEN_DOWN"),
                Said.changed(dispatch, third, 2, "RETURNED"),
                Said.changed(dispatch, second, 2, "APPROVED"));
        // more time for all: whoever was given a date before that has no less of it
        long extended = dispatch + 1_000_000;
        broker.send(
                Said.dispatched(extended, county, "2026-01-01T00:00:00Z", 1),
                Said.addressed(extended, 1, List.of(direct)),
                Said.changed(extended, direct, 2, "WORKING", "2026-01-15T00:00:00Z"),
                Said.moved(extended, 2, "2099-01-01T00:00:00Z"));

        await().atMost(Land.PATIENCE).untilAsserted(() -> {
            var tasks = get(direct, "/v1/views/me").path("tasks");
            assertThat(tasks.path("open").asLong()).isEqualTo(1);
            assertThat(tasks.path("overdue").asLong()).isZero();
        });
        for (long unit : List.of(village, other, third, township)) {
            await().atMost(Land.PATIENCE)
                    .until(() -> get(unit, "/v1/views/me").at("/tasks/overdue").asLong() == 1);
            assertThat(get(unit, "/v1/views/me").at("/tasks/open").asLong()).isEqualTo(1);
        }
        await().atMost(Land.PATIENCE)
                .until(() -> get(third, "/v1/views/me").at("/tasks/returned").asLong() == 1);
        await().atMost(Land.PATIENCE)
                .until(() -> get(second, "/v1/views/me").at("/tasks/open").asLong() == 0);
    }

    @Test
    void whyGoesFromTheCountyDownToTheEventAndFeedsGoesBack() {
        String said = Land.counts(village, 1, NOW, Map.of("FARMER", 27L));
        land.say(said, Land.counts(county, 1, NOW, Map.of("OFFICE", 11L)));

        var why = get(county, "/v1/figures/why?measure=member.members");
        assertThat(why.path("total").asLong()).isEqualTo(38);
        assertThat(why.path("own").asLong()).isEqualTo(11);
        assertThat(why.path("addsUp").asBoolean()).isTrue();
        assertThat(why.path("children").findValuesAsString("value")).containsExactly("27", "0");
        why = get(county, "/v1/figures/why?measure=member.members&unit=" + village);
        var source = why.at("/sources/items/0");
        assertThat(said).contains(source.path("event").asString());
        assertThat(source.path("value").asLong()).isEqualTo(27);
        assertThat(source.path("link").asString()).isEqualTo("/member/v1/units/" + village + "/counts");

        var feeds = get(county, "/v1/figures/feeds?measure=member.members&unit=" + village);
        assertThat(feeds.path("totals").findValuesAsString("value")).containsExactly("27", "27", "38");
        assertThat(feeds.path("above").asLong()).isEqualTo(2);
        assertThat(feeds.path("measures").valueStream().map(JsonNode::asString)).contains("member.class");
    }

    @Test
    void monthsAreComparedAndStayAsTheyWere() {
        land.say(
                Land.counts(village, 2, NOW.minusMonths(1), Map.of("FARMER", 20L)),
                Land.counts(village, 3, NOW, Map.of("FARMER", 27L)),
                Land.dues(village, 1, NOW, "100.00", "40.00"),
                Land.dues(village, 1, NOW.minusMonths(1), "90.00", "90.00"),
                Land.dues(village, 1, NOW.minusYears(1), "80.00", "60.00"));

        var now = figure(township, "measure=dues.collected&compare=LAST_MONTH");
        assertThat(now.path("total").asLong()).isEqualTo(4000);
        assertThat(now.path("before").asLong()).isEqualTo(9000);
        assertThat(now.path("share").asDouble()).isEqualTo(0.4);
        assertThat(now.at("/parts/0/before").asLong()).isEqualTo(9000);
        assertThat(figure(township, "measure=dues.collected&compare=LAST_YEAR")
                        .path("before")
                        .asLong())
                .isEqualTo(6000);
        var months = get(township, "/v1/figures/months?measure=dues.collected&measure=member.members")
                .path("figures");
        assertThat(months.at("/0/months").findValuesAsString("value"))
                .containsExactly("6000", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "9000", "4000");
        assertThat(months.at("/1/months").findValuesAsString("value")).endsWith("0", "20", "27");
        assertThat(months.at("/0/months/12/month").asString()).isEqualTo(NOW.toString());
        var past = get(township, "/v1/figures?measure=dues.collected&month=" + NOW.minusMonths(1));
        assertThat(past.at("/figures/0/total").asLong()).isEqualTo(9000);
        assertThat(past.path("provisional").asBoolean()).isFalse();
        assertThat(past.at("/sources/0/service").asString()).isEqualTo("dues");
        assertThat(past.path("asOf").asString()).isNotEmpty();
    }

    @Test
    void aUnitThatMovesTakesTheOpenMonthAlongAndLeavesTheOthers() {
        land.say(Land.counts(village, 1, NOW.minusMonths(2), Map.of("FARMER", 27L)));

        land.move(village, second);
        land.say();

        assertThat(figure(township, "measure=member.members").path("total").asLong())
                .isZero();
        assertThat(figure(second, "measure=member.members").path("total").asLong())
                .isEqualTo(27);
        assertThat(figure(county, "measure=member.members").path("total").asLong())
                .isEqualTo(27);
        String past = "measure=member.members&month=" + NOW.minusMonths(1);
        assertThat(figure(second, past).path("total").asLong()).isZero();
        var then = figure(township, past);
        assertThat(then.path("total").asLong()).isEqualTo(27);
        assertThat(then.path("elsewhere").asLong()).isEqualTo(27);
        assertThat(then.path("addsUp").asBoolean()).isTrue();
        assertThat(parts(figure(county, past + "&unit=" + township))).contains(village + "=27");
        // the month before is read where it stood then
        for (String when : List.of("value", "before", "today"))
            assertThat(headline(get(village, "/v1/views/me"), "headlines", "member.members", when))
                    .as(when)
                    .isEqualTo(27);
        assertThat(headline(get(township, "/v1/views/me"), "headlines", "member.members", "before"))
                .isEqualTo(27);
        assertThat(headline(get(second, "/v1/views/me"), "headlines", "member.members", "before"))
                .isZero();
    }

    @Test
    void theStatesOfAUnitThatEndedEndWithIt() {
        land.say(Land.counts(village, 1, NOW.minusMonths(2), Map.of("FARMER", 27L)));

        land.say(land.ended(village));

        assertThat(figure(township, "measure=member.members").path("total").asLong())
                .isZero();
        assertThat(figure(township, "measure=org.units").path("total").asLong()).isEqualTo(2);
        assertThat(figure(township, "measure=member.members&month=" + NOW.minusMonths(1))
                        .path("total")
                        .asLong())
                .isEqualTo(27);
    }

    /** Groups of division codes are no organisations: what is below stands directly below the province. */
    @Test
    void aCountyBelowAHeadingStandsDirectlyBelowTheProvince() {
        land.say(Land.counts(direct, 1, NOW, Map.of("FARMER", 8L)));

        var figure = figure(province, "measure=member.members");

        assertThat(parts(figure)).containsExactly(city + "=0", direct + "=8");
        assertThat(figure.path("addsUp").asBoolean()).isTrue();
        assertThat(figure(province, "measure=org.units").path("total").asLong()).isEqualTo(9);
    }

    @Test
    void smallPartsAreHiddenFromWhoeverIsTwoTiersAbove() {
        land.say(
                Land.counts(village, 1, NOW, Map.of("FARMER", 27L, "STUDENT", 2L)),
                Land.counts(other, 1, NOW, Map.of("FARMER", 40L, "STUDENT", 10L)),
                Land.counts(third, 1, NOW, Map.of("FARMER", 50L)));

        String byClass = "measure=member.class&group=SLOT&unit=" + village;
        assertThat(parts(figure(village, byClass))).containsExactly("FARMER=27", "STUDENT=2");
        assertThat(parts(figure(township, byClass))).containsExactly("FARMER=27", "STUDENT=2");
        assertThat(parts(figure(county, byClass))).containsExactly("FARMER=hidden", "STUDENT=hidden");
        assertThat(figure(county, byClass).path("total").asLong()).isEqualTo(29);
        // the only other village would give it away: the township's part less its own
        assertThat(parts(figure(county, "measure=member.class&group=SLOT&unit=" + other)))
                .containsExactly("FARMER=hidden", "STUDENT=hidden");
        assertThat(parts(figure(county, "measure=member.class&slot=STUDENT&unit=" + township)))
                .containsExactly(village + "=hidden", other + "=hidden");
        assertThat(parts(figure(township, "measure=member.class&slot=STUDENT")))
                .containsExactly(village + "=2", other + "=10");
        assertThat(parts(figure(county, "measure=member.class&slot=STUDENT")))
                .containsExactly(township + "=12", second + "=0");
        var why = get(county, "/v1/figures/why?measure=member.class&slot=STUDENT&unit=" + village);
        assertThat(why.path("own").isNull()).isTrue();
        assertThat(why.path("sources").path("items").size()).isZero();
        assertThat(why.toString()).doesNotContain("\"value\":2");
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThat(problem(village, "measure=nothing")).isEqualTo("figure.measure-unknown");
        assertThat(problem(village, "measure=member.members&month=" + NOW.plusMonths(1)))
                .isEqualTo("figure.month-to-come");
        assertThat(problem(village, "measure=member.lost&group=SLOT")).isEqualTo("figure.no-parts");
        assertThat(problem(village, "measure=member.lost&slot=A")).isEqualTo("figure.no-parts");
        assertThat(problem(second, "measure=member.members&unit=" + village)).isEqualTo("figure.unit-unknown");
        assertThat(api.get("/v1/figures/why?measure=member.members&unit=" + county)
                        .as(tokens.at(township))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/figures/months?measure=member.members&unit=" + village)
                        .as(tokens.at(second))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/figures/feeds?measure=member.members&unit=" + village)
                        .as(tokens.at(second))
                        .send()
                        .status())
                .isEqualTo(404);
        var english = api.get("/v1/figures?measure=nothing")
                .as(tokens.at(village))
                .inEnglish()
                .send();
        assertThat(english.json().path("title").asString()).isEqualTo("No such measure");
        assertThat(api.get("/v1/figures?measure=member.members&month=2026-13")
                        .as(tokens.at(village))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private String problem(long unit, String query) {
        return api.get("/v1/figures?" + query).as(tokens.at(unit)).send().problem();
    }

    @Test
    void aMemberWithoutAPostSeesWhatIsHisAndNoNumbers() {
        assertThat(api.get("/v1/views/me").as(tokens.withoutPost()).send().status())
                .isEqualTo(403);
        var own = api.get("/v1/views/self").as(tokens.withoutPost()).send();
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("pages").findValuesAsString("link")).contains("/member/v1/me");
    }

    @Test
    void theAdministratorChecksAndAddsUpAgain() {
        land.say(Land.counts(village, 1, NOW, Map.of("FARMER", 27L)));
        jdbc.update(
                "update tier_sum set value = value - 4 where unit = ? and measure = 'member.members' and slot = ''",
                county);

        var wrong = check();
        assertThat(wrong.findValuesAsString("measure")).contains("member.members");
        assertThat(wrong.findValuesAsString("unit")).containsOnly(String.valueOf(county));
        assertThat(api.post("/v1/rebuilds/figures", Map.of("measure", "member.members"))
                        .as(tokens.at(village))
                        .send()
                        .status())
                .isEqualTo(403);
        var rebuilt = api.post("/v1/rebuilds/figures", Map.of("measure", "member.members"))
                .as(tokens.administrator())
                .send();
        assertThat(rebuilt.json().path("corrected").asLong()).isEqualTo(1);
        assertThat(check().findValuesAsString("unit")).doesNotContain(String.valueOf(county));
        assertThat(figure(county, "measure=member.members").path("total").asLong())
                .isEqualTo(27);
        rebuildAll();
        assertThat(rebuildAll()).as("once more changes nothing").isZero();
        assertThat(api.post("/v1/rebuilds/figures", Map.of("after", "nothing"))
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("cursor.invalid");
        assertThat(api.get("/v1/checks/figures?after=nothing")
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("cursor.invalid");
        assertThat(api.post("/v1/rebuilds/figures", Map.of("measure", "nothing"))
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("figure.measure-unknown");
    }

    /** Goes on behind what each answer names until nothing is left, however long a request may take. */
    private long rebuildAll() {
        long corrected = 0;
        var body = Map.<String, String>of();
        while (true) {
            var answer = api.post("/v1/rebuilds/figures", body)
                    .as(tokens.administrator())
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            corrected += answer.json().path("corrected").asLong();
            if (!answer.json().hasNonNull("next")) return corrected;
            body = Map.of("after", answer.json().path("next").asString());
        }
    }

    /** The rest of a round is shown where it is kept: see {@code RoundsTest}. */
    @Test
    void theAdministratorComparesWhatIsKeptWithWhatIsToldAgain() {
        land.say(Land.counts(village, 1, NOW, Map.of("FARMER", 27L)));
        for (String path : List.of("/v1/rebuilds/rounds", "/v1/rebuilds/rounds/end"))
            assertThat(api.post(path, Map.of("forget", List.of()))
                            .as(tokens.at(county))
                            .send()
                            .status())
                    .isEqualTo(403);
        var begun = api.post("/v1/rebuilds/rounds")
                .as(tokens.administrator())
                .send()
                .json();
        assertThat(service(begun, "member").path("things").asLong()).isPositive();
        long again = service(begun, "member").path("again").asLong();
        assertThat(api.post("/v1/rebuilds/rounds")
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("round.open");

        land.say(Land.counts(village, 1, NOW, Map.of("FARMER", 27L)));

        var standing =
                api.get("/v1/rebuilds/rounds").as(tokens.administrator()).send().json();
        assertThat(standing.path("endedAt").isNull()).isTrue();
        assertThat(service(standing, "member").path("again").asLong()).isGreaterThan(again);
        var end = Map.of("forget", List.of());
        var ended = api.post("/v1/rebuilds/rounds/end", end)
                .as(tokens.administrator())
                .send()
                .json();
        assertThat(ended.path("dropped").asLong()).isZero();
        assertThat(api.post("/v1/rebuilds/rounds/end", end)
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("round.none");
        assertThat(figure(county, "measure=member.members").path("total").asLong())
                .isEqualTo(27);
    }

    private static JsonNode service(JsonNode standing, String name) {
        return standing.path("services")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong on all its pages. */
    private JsonNode check() {
        var wrong = JsonMapper.shared().createArrayNode();
        String after = "";
        do {
            var answer = api.get("/v1/checks/figures?after=" + after)
                    .as(tokens.administrator())
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            wrong.addAll((ArrayNode) answer.json().path("wrong"));
            after = answer.json().path("next").asString("");
        } while (!after.isEmpty());
        return wrong;
    }

    @Test
    void theCatalogueSaysWhatEachMeasureIs() {
        var measures = get(village, "/v1/measures").path("measures");

        assertThat(measures.findValuesAsString("code"))
                .contains("member.members", "dues.open", "task.on-time")
                .doesNotHaveDuplicates();
    }
}
