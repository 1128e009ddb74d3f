package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What figures should be: set by a unit for itself or for one below, and shown beside what they are. */
@ServiceTest
class TargetsApiTest {

    private static long next = 32_000_000;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcTemplate jdbc;

    private Land land;
    private long county;
    private long township;
    private long village;
    private long elsewhere;

    @BeforeEach
    void aCounty() {
        next += 100;
        county = next;
        township = next + 1;
        village = next + 2;
        elsewhere = next + 3;
        land = new Land(broker, jdbc)
                .unit(county, null, "COUNTY", "COUNTY_COMMITTEE")
                .unit(township, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(village, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(elsewhere, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE");
        land.settle();
    }

    private Api.Answer set(long setter, long unit, String measure, YearMonth month, Object value, Object rate) {
        var body = new HashMap<String, Object>(
                Map.of("measure", measure, "month", month.toString(), "document", "虚组发〔2026〕9号"));
        if (value != null) body.put("value", value);
        if (rate != null) body.put("rate", rate);
        return api.post("/v1/units/" + unit + "/targets", body)
                .as(tokens.at(setter))
                .key()
                .send();
    }

    private JsonNode figure(long reader, String query) {
        var answer = api.get("/v1/figures?" + query).as(tokens.at(reader)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().at("/figures/0");
    }

    @Test
    void coverageStandsBesideItsTargetOnEveryPage() {
        land.say(Land.coverage(village, 1, 7, 1, 2));
        assertThat(set(county, township, "org.covered", NOW.minusMonths(1), null, new BigDecimal("0.8000"))
                        .status())
                .isEqualTo(200);
        assertThat(set(county, county, "org.covered", NOW, 14, null).status()).isEqualTo(200);

        var own = figure(township, "measure=org.covered");
        assertThat(own.at("/target/rate").asDouble()).isEqualTo(0.8);
        assertThat(own.path("share").asDouble()).isEqualTo(0.7);
        assertThat(own.at("/target/reached").asDouble()).isEqualTo(0.875);
        var above = figure(county, "measure=org.covered");
        assertThat(above.at("/target/value").asLong()).isEqualTo(14);
        assertThat(above.at("/target/reached").asDouble()).isEqualTo(0.5);
        assertThat(above.at("/parts/0/target/reached").asDouble()).isEqualTo(0.875);
        assertThat(above.at("/parts/1/target").isNull()).isTrue();
        var view = api.get("/v1/views/me").as(tokens.at(township)).send().json();
        assertThat(view.path("headlines")
                        .valueStream()
                        .filter(each -> each.path("measure").asString().equals("org.covered"))
                        .map(each -> each.at("/target/reached").asDouble()))
                .containsExactly(0.875);
        assertThat(figure(township, "measure=org.covered&month=" + NOW.minusMonths(2))
                        .path("target")
                        .isNull())
                .isTrue();
    }

    @Test
    void aTargetHoldsUntilAnotherOneAndCanBeEnded() {
        set(township, township, "dues.collected", NOW.minusMonths(3), 5000, null);
        set(township, township, "dues.collected", NOW.minusMonths(1), 7000, null);
        assertThat(set(township, township, "dues.collected", NOW, null, null).status())
                .isEqualTo(200);

        assertThat(figure(township, "measure=dues.collected&month=" + NOW.minusMonths(2))
                        .at("/target/value")
                        .asLong())
                .isEqualTo(5000);
        assertThat(figure(township, "measure=dues.collected&month=" + NOW.minusMonths(1))
                        .at("/target/value")
                        .asLong())
                .isEqualTo(7000);
        assertThat(figure(township, "measure=dues.collected").path("target").isNull())
                .isTrue();
        var listed = api.get("/v1/units/" + township + "/targets")
                .as(tokens.at(county))
                .send()
                .json();
        assertThat(listed.path("targets").findValuesAsString("month"))
                .containsExactly(
                        NOW.toString(),
                        NOW.minusMonths(1).toString(),
                        NOW.minusMonths(3).toString());
    }

    @Test
    void whatOneAboveHasSetOnlyThatOneChanges() {
        set(county, township, "member.members", NOW.minusMonths(1), 40, null);

        assertThat(set(township, township, "member.members", NOW, 10, null).problem())
                .isEqualTo("target.from-above");
        assertThat(set(township, township, "member.members", NOW.minusMonths(1), null, null)
                        .problem())
                .isEqualTo("target.from-above");
        assertThat(set(county, township, "member.members", NOW, 50, null).status())
                .isEqualTo(200);
        assertThat(figure(township, "measure=member.members")
                        .at("/target/value")
                        .asLong())
                .isEqualTo(50);
    }

    /** Also what was set below for later months, before the one above has set anything, does not count. */
    @Test
    void whatWasSetAheadBelowDoesNotTakeAwayWhatOneAboveSets() {
        set(township, township, "member.members", NOW.minusMonths(2), 5, null);
        set(township, township, "member.members", NOW, 10, null);
        assertThat(set(county, township, "member.members", NOW.minusMonths(1), 40, null)
                        .status())
                .isEqualTo(200);

        assertThat(figure(township, "measure=member.members&month=" + NOW.minusMonths(2))
                        .at("/target/value")
                        .asLong())
                .isEqualTo(5);
        assertThat(figure(township, "measure=member.members")
                        .at("/target/value")
                        .asLong())
                .isEqualTo(40);
        assertThat(set(township, township, "member.members", NOW, 5, null).problem())
                .isEqualTo("target.from-above");
        // the one above may end it
        set(county, township, "member.members", NOW, null, null);
        assertThat(figure(township, "measure=member.members").path("target").isNull())
                .isTrue();
    }

    /** Whoever stood above has no say any more when a unit has gone to another parent. */
    @Test
    void aUnitThatHasMovedSetsItsOwnTargets() {
        set(township, village, "member.members", NOW.minusMonths(1), 40, null);
        assertThat(set(village, village, "member.members", NOW, 10, null).problem())
                .isEqualTo("target.from-above");

        land.move(village, elsewhere);

        assertThat(set(village, village, "member.members", NOW, 10, null).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "member.members, 1, 0.5, target.both",
        "member.members, , 0.5, target.no-share",
        "nothing, 1, , figure.measure-unknown",
        "member.members, -1, , body.invalid",
        "org.covered, , 1.2, body.invalid",
        "org.covered, , 0.12345, body.invalid",
    })
    void whatCannotBeATargetIsRefusedAndStoresNothing(String measure, Long value, BigDecimal rate, String problem) {
        assertThat(set(county, township, measure, NOW, value, rate).problem()).isEqualTo(problem);

        assertThat(jdbc.queryForObject("select count(*) from target where unit_id = ?", Long.class, township))
                .isZero();
    }

    @Test
    void nobodySetsOrSeesTargetsOfUnitsThatAreNotHis() {
        set(county, township, "member.members", NOW, 40, null);

        assertThat(set(elsewhere, township, "member.members", NOW, 1, null).status())
                .isEqualTo(404);
        assertThat(set(village, township, "member.members", NOW, 1, null).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/units/" + township + "/targets")
                        .as(tokens.at(elsewhere))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void twoWhoSetAtOnceLeaveOneTarget() throws Exception {
        var setting = IntStream.rangeClosed(1, 4)
                .<Callable<Integer>>mapToObj(value -> () -> set(county, township, "member.members", NOW, value, null)
                        .status())
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(setting)) assertThat(done.get()).isEqualTo(200);
        }

        assertThat(jdbc.queryForObject(
                        "select max(version) from target where unit_id = ? having count(*) = 1", Long.class, township))
                .isEqualTo(4);
    }
}
