package cn.dangjian.notification.delivery;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.LINE_COMMITTEE;
import static cn.dangjian.testkit.Province.LINE_LONE_VILLAGE;
import static cn.dangjian.testkit.Province.LINE_TOWNSHIP;
import static cn.dangjian.testkit.Province.LINE_VILLAGE;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.OTHER_VILLAGE;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class LedgerApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @Test
    void countsWhatIsInTheCallersSubtree() {
        broker.send(Said.posts(0, 1, List.of(VILLAGE, OTHER_VILLAGE), true));
        var units = new ArrayList<>(VILLAGES);
        units.add(OTHER_VILLAGE);
        broker.send(Said.addressed(1, units, 4).stream()
                .map(event -> event.replace("\"issuer\":" + COUNTY, "\"issuer\":" + PROVINCE))
                .toList());

        awaitFigures(1, PROVINCE, 6, 2, 0, 4);
        awaitFigures(1, COUNTY, 5, 1, 0, 4);
        awaitFigures(1, TOWNSHIP, 3, 1, 0, 2);
        awaitFigures(1, VILLAGE, 1, 1, 0, 0);
        awaitFigures(1, OTHER_COUNTY, 1, 1, 0, 0);
    }

    @Test
    void countsWhatIsInTheCallersLine() {
        province.settleLine();
        broker.send(Said.addressed(19, List.of(VILLAGE, LINE_VILLAGE, LINE_LONE_VILLAGE), 3));
        awaitFigures(19, PROVINCE, 3, -1, -1, -1);

        assertThat(line(19, LINE_COMMITTEE, "").json().path("addressed").asLong())
                .isEqualTo(2);
        assertThat(line(19, LINE_TOWNSHIP, "").json().path("addressed").asLong())
                .isEqualTo(1);
        assertThat(line(19, LINE_COMMITTEE, "/entries").json().path("items").valueStream())
                .extracting(entry -> entry.path("unit").asLong())
                .containsExactly(LINE_VILLAGE, LINE_LONE_VILLAGE);
        assertThat(line(19, COUNTY, "").problem()).isEqualTo("scope.no-line");
        assertThat(api.get("/v1/dispatches/19/ledger")
                        .as(tokens.at(LINE_COMMITTEE))
                        .send()
                        .status())
                .isEqualTo(404);
        database.update("update unit set line_path = null");
    }

    @Test
    void deliversLaterToAUnitThatGetsSomebody() {
        var units = someVillages(930_001, 1);
        broker.send(Said.posts(1, 1, units, false));
        broker.send(Said.addressed(2, units, 500));
        awaitFigures(2, COUNTY, 1, 0, 0, 1);
        assertThat(gauge("dangjian.ledger.pending")).isPositive();

        broker.send(Said.posts(1, 2, units, true));

        awaitFigures(2, COUNTY, 1, 1, 0, 0);
    }

    @Test
    void failsForAUnitThatIsAbolished() {
        long before = 900_001;
        long after = 900_002;
        broker.send(Said.village(before, 2, true));
        someVillages(after, 1);
        await().until(() -> isKnown(before));
        broker.send(Said.addressed(3, List.of(before, after), 500));
        awaitFigures(3, COUNTY, 2, 0, 1, 1);

        broker.send(Said.village(after, 2, true));

        awaitFigures(3, COUNTY, 2, 0, 2, 0);
        var failed = entries(3, COUNTY, "?state=FAILED").path("items");
        assertThat(failed).hasSize(2);
        assertThat(failed.get(0).path("reason").asString()).isEqualTo("unit-abolished");
    }

    @Test
    void listsEntriesInTheOrderOfPathsPageByPage() {
        var units = someVillages(910_001, 7);
        broker.send(Said.addressed(4, units, 3));
        awaitFigures(4, COUNTY, 7, 0, 0, 7);

        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = entries(4, COUNTY, "?limit=3&cursor=" + cursor);
            page.path("items").forEach(item -> seen.add(item.path("unit").asLong()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(units);
        assertThat(entries(4, COUNTY, "?state=DELIVERED").path("items")).isEmpty();
    }

    @Test
    void isCompleteOnlyWithAllChunks() {
        var chunks = Said.addressed(5, VILLAGES, 2);
        broker.send(chunks.get(0), chunks.get(2));
        await().untilAsserted(() -> {
            var ledger =
                    api.get("/v1/dispatches/5/ledger").as(tokens.at(COUNTY)).send();
            assertThat(ledger.json().path("addressed").asLong()).isEqualTo(3);
            assertThat(ledger.json().path("complete").asBoolean()).isFalse();
        });
        double open = gauge("dangjian.ledger.incomplete");
        assertThat(open).isPositive();

        broker.send(chunks.get(1));

        await().untilAsserted(() -> {
            var ledger =
                    api.get("/v1/dispatches/5/ledger").as(tokens.at(COUNTY)).send();
            assertThat(ledger.json().path("addressed").asLong()).isEqualTo(5);
            assertThat(ledger.json().path("complete").asBoolean()).isTrue();
        });
        assertThat(gauge("dangjian.ledger.incomplete")).isEqualTo(open - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dispatches/6/ledger", "/v1/dispatches/6/ledger/entries"})
    void doesNotExistForAnotherCounty(String path) {
        broker.send(Said.addressed(6, VILLAGES, 500));
        await().until(() -> api.get(path).as(tokens.at(COUNTY)).send().status() == 200);

        for (long stranger : List.of(OTHER_VILLAGE, OTHER_COUNTY, SIBLING_COUNTY)) {
            var answer = api.get(path).as(tokens.at(stranger)).send();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("dispatch.unknown");
            var nothing =
                    api.get(path.replace('6', '7')).as(tokens.at(stranger)).send();
            assertThat(withoutTrace(nothing)).isEqualTo(withoutTrace(answer).replace("dispatches/6", "dispatches/7"));
        }
        assertThat(api.get(path).send().status()).isEqualTo(401);
        assertThat(api.get(path).as(tokens.administrator()).send().status()).isEqualTo(403);
    }

    @Test
    void refusesADamagedCursor() {
        broker.send(Said.addressed(8, VILLAGES, 500));
        awaitFigures(8, COUNTY, 5, -1, 0, -1);

        var answer = api.get("/v1/dispatches/8/ledger/entries?cursor=nonsense")
                .as(tokens.at(COUNTY))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("cursor.invalid");
    }

    @Test
    void announcesEachUnitOnceInChunksThatFitTheSchema() {
        var units = someVillages(920_000, 1200);
        broker.send(Said.posts(2, 1, units, true));
        broker.send(Said.addressed(9, units, 500));
        awaitFigures(9, COUNTY, 1200, 1200, 0, 0);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = broker.heardOf("notification.delivered.v1").stream()
                    .filter(event -> event.path("data").path("dispatch").asLong() == 9)
                    .toList();
            events.forEach(event -> EventSchemas.validate("notification.delivered.v1", event.toString()));
            var told = new ArrayList<Long>();
            events.forEach(event -> event.path("data").path("delivered").forEach(unit -> told.add(unit.asLong())));
            assertThat(told).containsExactlyInAnyOrderElementsOf(units);
        });
    }

    private static String withoutTrace(Api.Answer answer) {
        return answer.body().replaceAll(",\"traceId\":\"[^\"]*\"", "");
    }

    /** Villages of {@code TOWNSHIP} without anybody to receive something. */
    private List<Long> someVillages(long first, int count) {
        var units = LongStream.range(first, first + count).boxed().toList();
        broker.send(units.stream().map(unit -> Said.village(unit, 1, false)).toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> units.stream().allMatch(this::isKnown));
        return units;
    }

    private boolean isKnown(long unit) {
        return !database.queryForList("select 1 from unit where id = ?", unit).isEmpty();
    }

    private Api.Answer line(long dispatch, long unit, String door) {
        return api.get("/v1/dispatches/" + dispatch + "/ledger" + door + "?by=LINE")
                .as(tokens.at(unit))
                .send();
    }

    private JsonNode entries(long dispatch, long unit, String query) {
        return api.get("/v1/dispatches/" + dispatch + "/ledger/entries" + query)
                .as(tokens.at(unit))
                .send()
                .json();
    }

    /** Negative figures are not looked at. */
    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void awaitFigures(long dispatch, long caller, long addressed, long delivered, long failed, long pending) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ledger = api.get("/v1/dispatches/" + dispatch + "/ledger")
                    .as(tokens.at(caller))
                    .send();
            assertThat(ledger.status()).as(ledger.body()).isEqualTo(200);
            var json = ledger.json();
            assertThat(json.path("addressed").asLong()).isEqualTo(addressed);
            if (delivered >= 0) assertThat(json.path("delivered").asLong()).isEqualTo(delivered);
            if (failed >= 0) assertThat(json.path("failed").asLong()).isEqualTo(failed);
            if (pending >= 0) assertThat(json.path("pending").asLong()).isEqualTo(pending);
        });
    }
}
