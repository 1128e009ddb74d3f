package cn.dangjian.statistics.progress;

import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_CITY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.OTHER_VILLAGE;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SECOND_TOWNSHIP;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProgressApiTest {

    private static final AtomicLong DISPATCHES = new AtomicLong(500);
    private static final String LATER = "2099-01-01T00:00:00Z";
    private static final String YESTERDAY = "2026-01-01T00:00:00Z";

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private Province province;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void aTree() {
        province.settle();
    }

    @Test
    void everyTierSeesItselfAndTheTierBelowAndTotalsAreSums() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        assertThat(figures(progress(dispatch, VILLAGE, "").json().path("unit")))
                .isEqualTo("1 addressed 1 delivered 0 failed 0 pending 1 signed 1 submitted 0 returned 1 approved 0"
                        + " overdue");
        var township = progress(dispatch, TOWNSHIP, "").json();
        assertThat(figures(township.path("unit")))
                .isEqualTo("3 addressed 2 delivered 1 failed 0 pending 2 signed 1 submitted 1 returned 1 approved 0"
                        + " overdue");
        assertThat(ids(township.path("children"))).containsExactly(11111L, 11112L, 11113L);
        var county = progress(dispatch, COUNTY, "").json();
        assertThat(figures(county.path("unit")))
                .isEqualTo("5 addressed 3 delivered 1 failed 1 pending 2 signed 1 submitted 1 returned 1 approved 0"
                        + " overdue");
        assertThat(ids(county.path("children"))).containsExactly(TOWNSHIP, SECOND_TOWNSHIP);
        for (long unit : List.of(CITY, PROVINCE)) {
            var view = progress(dispatch, unit, "").json();
            assertThat(figures(view.path("unit"))).isEqualTo(figures(county.path("unit")));
            assertThat(view.path("children").size()).isEqualTo(1);
        }
        for (long unit : List.of(TOWNSHIP, COUNTY, CITY, PROVINCE)) {
            assertPartsAddUp(progress(dispatch, unit, "").json());
        }
        assertThat(county.path("title").asString()).isEqualTo("整治村级活动场所");
        assertThat(county.path("number").asString()).isEqualTo("98-" + dispatch);
        assertThat(county.path("deadline").asString()).isEqualTo(LATER);
        assertThat(county.path("unit").path("tier").asString()).isEqualTo("COUNTY");
        assertThat(county.path("unit").path("own").isNull()).isTrue();
    }

    @Test
    void whatIsNotSubmittedAfterTheDeadlineIsOverdue() {
        long dispatch = aCountysDispatchUnderWay(YESTERDAY);

        var county = progress(dispatch, COUNTY, "").json();
        assertThat(county.path("unit").path("figures").path("overdue").asInt()).isEqualTo(4);
        assertThat(ids(units(dispatch, COUNTY, "state=overdue").json().path("items")))
                .containsExactly(11112L, 11113L, 11121L, 11122L);
        assertPartsAddUp(county);
    }

    @Test
    void aUnitThatIsAddressedItselfCountsBesideThoseBelow() {
        long dispatch = DISPATCHES.incrementAndGet();
        broker.send(
                Said.dispatched(dispatch, COUNTY, LATER, 2), Said.addressed(dispatch, 1, List.of(TOWNSHIP, VILLAGE)));
        awaitAddressed(dispatch, COUNTY, 2);

        var township = progress(dispatch, TOWNSHIP, "").json();
        assertThat(township.path("unit").path("figures").path("addressed").asInt())
                .isEqualTo(2);
        assertThat(township.path("unit").path("own").path("addressed").asInt()).isEqualTo(1);
        assertThat(ids(township.path("children"))).containsExactly(VILLAGE);
        var county = progress(dispatch, COUNTY, "").json();
        assertThat(county.path("children")
                        .path(0)
                        .path("figures")
                        .path("addressed")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aUnitBelowCanBeNamed() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var found = progress(dispatch, CITY, "?unit=" + SECOND_TOWNSHIP).json();

        assertThat(found.path("unit").path("id").asLong()).isEqualTo(SECOND_TOWNSHIP);
        assertThat(ids(found.path("children"))).containsExactly(11121L, 11122L);
    }

    @Test
    void childrenAndUnitsComeInPages() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var first = progress(dispatch, TOWNSHIP, "?limit=2").json();
        var second = progress(
                        dispatch,
                        TOWNSHIP,
                        "?limit=2&cursor=" + first.path("next").asString())
                .json();
        assertThat(ids(first.path("children"))).containsExactly(11111L, 11112L);
        assertThat(ids(second.path("children"))).containsExactly(11113L);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(figures(second.path("unit"))).isEqualTo(figures(first.path("unit")));

        var listed = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = units(dispatch, COUNTY, "limit=2" + cursor).json();
            listed.addAll(ids(page.path("items")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(VILLAGES);
    }

    @ParameterizedTest
    @CsvSource({
        "addressed, 11111 11112 11113 11121 11122",
        "delivered, 11111 11112 11121",
        "failed, 11113",
        "pending, 11122",
        "signed, 11111 11112",
        "unsigned, 11113 11121 11122",
        "submitted, 11111",
        "returned, 11112",
        "approved, 11111",
        "overdue, ''"
    })
    void everyNumberIsExplainedDownToTheUnit(String state, String expected) {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var listed = units(dispatch, COUNTY, "state=" + state).json().path("items");

        assertThat(String.join(" ", ids(listed).stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
    }

    @Test
    void aListedUnitSaysWhatIsKnownOfIt() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var failed =
                units(dispatch, COUNTY, "state=failed").json().path("items").path(0);

        assertThat(failed.path("assignment").asLong()).isEqualTo(11113);
        assertThat(failed.path("state").asString()).isEqualTo("ADDRESSED");
        assertThat(failed.path("delivery").asString()).isEqualTo("FAILED");
        assertThat(failed.path("reason").asString()).isEqualTo("unit-abolished");
    }

    @ParameterizedTest
    @ValueSource(longs = {OTHER_VILLAGE, OTHER_COUNTY, OTHER_CITY, SIBLING_COUNTY})
    void unitsElsewhereGetNothing(long stranger) {
        long dispatch = aCountysDispatchUnderWay(LATER);

        for (String url : urls(dispatch)) {
            var answer = api.get(url).as(tokens.at(stranger)).send();
            assertThat(answer.status()).as(url).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("progress.unknown");
            assertThat(answer.body()).doesNotContain("整治").doesNotContain("示范");
        }
    }

    @Test
    void aDispatchThatDoesNotExistLooksTheSame() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var foreign = progress(dispatch, OTHER_COUNTY, "").json();
        var missing = progress(987654, OTHER_COUNTY, "").json();

        for (String field : List.of("type", "title", "status", "detail", "code")) {
            assertThat(missing.path(field)).isEqualTo(foreign.path(field));
        }
    }

    @Test
    void withoutAValidTokenThereIsNoAnswer() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        for (String url : urls(dispatch)) {
            assertThat(api.get(url).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.expired(COUNTY)).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.forged(COUNTY)).send().status()).isEqualTo(401);
            assertThat(api.get(url).as(tokens.withoutPost()).send().status()).isEqualTo(403);
            assertThat(api.get(url).as(tokens.service("task")).send().status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "progress?cursor=abc, cursor.invalid",
        "progress?cursor=%F0%9F%98%80, cursor.invalid",
        "progress?limit=0, body.invalid",
        "progress?limit=201, body.invalid",
        "progress?limit=many, body.invalid",
        "progress?unit=here, body.invalid",
        "progress/units?cursor=abc, cursor.invalid",
        "progress/units?state=lost, progress.no-such-state"
    })
    void badParametersAreRefused(String url, String code) {
        long dispatch = aCountysDispatchUnderWay(LATER);

        var answer = api.get("/v1/dispatches/" + dispatch + "/" + url)
                .as(tokens.at(COUNTY))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        var chinese = progress(987654, COUNTY, "").json();
        var english = api.get("/v1/dispatches/987654/progress/units?state=lost")
                .as(tokens.at(COUNTY))
                .inEnglish()
                .send()
                .json();

        assertThat(chinese.path("title").asString()).isEqualTo("没有此任务的进度");
        assertThat(english.path("detail").asString())
                .contains("addressed, delivered")
                .contains("overdue");
    }

    @Test
    void theCheckIsForTheIssuerAndThoseAbove() {
        long dispatch = aCountysDispatchUnderWay(LATER);

        for (long unit : List.of(COUNTY, CITY, PROVINCE)) {
            var answer = check(dispatch, unit);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("announced").asInt()).isEqualTo(5);
            assertThat(answer.json().path("addressed").asInt()).isEqualTo(5);
            assertThat(answer.json().path("unplaced").asInt()).isZero();
            assertThat(answer.json().path("mismatches").size()).isZero();
        }
        assertThat(check(dispatch, TOWNSHIP).status()).isEqualTo(404);
        assertThat(check(dispatch, VILLAGE).status()).isEqualTo(404);
    }

    @Test
    void aWrongTotalIsFoundAndARebuildCorrectsIt() {
        long dispatch = aCountysDispatchUnderWay(LATER);
        var before = progress(dispatch, COUNTY, "").json();
        jdbc.update(
                "update cell set signed = signed + 1 where dispatch = ? and path = ?",
                dispatch,
                Province.path(TOWNSHIP));
        jdbc.update("delete from cell where dispatch = ? and path = ?", dispatch, Province.path(CITY));

        // the township is too large by one, and with it too large for the county; the city has lost all
        assertThat(ids(check(dispatch, COUNTY).json().path("mismatches"), "unit"))
                .contains(COUNTY, TOWNSHIP, PROVINCE);
        var rebuilt = rebuild(dispatch);

        assertThat(rebuilt.status()).isEqualTo(200);
        assertThat(rebuilt.json().path("corrected").asInt()).isEqualTo(2);
        assertThat(check(dispatch, COUNTY).json().path("mismatches").size()).isZero();
        assertThat(progress(dispatch, COUNTY, "").json().path("children")).isEqualTo(before.path("children"));
        assertThat(rebuild(dispatch).json().path("corrected").asInt()).isZero();
    }

    @Test
    void onlyTheAdministratorRebuilds() {
        long dispatch = aCountysDispatchUnderWay(LATER);
        var body = Map.of("dispatch", dispatch);

        assertThat(api.post("/v1/rebuilds", body).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/rebuilds", body)
                        .as(tokens.at(PROVINCE))
                        .key()
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/v1/rebuilds", body)
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("idempotency.missing");
        assertThat(rebuild(987654).status()).isEqualTo(404);
        assertThat(api.post("/v1/rebuilds", Map.of("dispatch", dispatch, "all", true))
                        .as(tokens.administrator())
                        .key()
                        .send()
                        .problem())
                .isEqualTo("body.unknown-field");
        assertThat(api.post("/v1/rebuilds", "{}")
                        .as(tokens.administrator())
                        .key()
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theDocumentOfTheApiIsOpenToAll() {
        var document = api.get("/v3/api-docs").send();

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("paths").propertyNames())
                .contains("/v1/dispatches/{id}/progress", "/v1/dispatches/{id}/check", "/v1/rebuilds");
    }

    /** 11111 approved, 11112 returned, 11113 not reached, 11121 not signed, 11122 not heard of by notification. */
    private long aCountysDispatchUnderWay(String deadline) {
        long dispatch = DISPATCHES.incrementAndGet();
        broker.send(
                Said.dispatched(dispatch, COUNTY, deadline, 5),
                Said.addressed(dispatch, 1, VILLAGES),
                Said.changed(dispatch, 11111, 2, "SIGNED"),
                Said.changed(dispatch, 11111, 3, "SUBMITTED"),
                Said.changed(dispatch, 11111, 4, "APPROVED"),
                Said.changed(dispatch, 11112, 4, "RETURNED"),
                Said.delivered(dispatch, 1, List.of(11111L, 11112L, 11121L), List.of(11113L)));
        awaitAddressed(dispatch, COUNTY, 5);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var figures = progress(dispatch, COUNTY, "").json().path("unit").path("figures");
            return figures.path("pending").asInt() == 1
                    && figures.path("approved").asInt() == 1
                    && figures.path("returned").asInt() == 1;
        });
        return dispatch;
    }

    private void awaitAddressed(long dispatch, long unit, int expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var answer = progress(dispatch, unit, "");
            return answer.status() == 200
                    && answer.json()
                                    .path("unit")
                                    .path("figures")
                                    .path("addressed")
                                    .asInt()
                            == expected;
        });
    }

    private static List<String> urls(long dispatch) {
        return List.of(
                "/v1/dispatches/" + dispatch + "/progress",
                "/v1/dispatches/" + dispatch + "/progress?unit=" + COUNTY,
                "/v1/dispatches/" + dispatch + "/progress?unit=" + VILLAGE,
                "/v1/dispatches/" + dispatch + "/progress/units",
                "/v1/dispatches/" + dispatch + "/progress/units?state=failed&unit=" + TOWNSHIP,
                "/v1/dispatches/" + dispatch + "/check");
    }

    private Answer progress(long dispatch, long unit, String query) {
        return api.get("/v1/dispatches/" + dispatch + "/progress" + query)
                .as(tokens.at(unit))
                .send();
    }

    private Answer units(long dispatch, long unit, String query) {
        return api.get("/v1/dispatches/" + dispatch + "/progress/units?" + query)
                .as(tokens.at(unit))
                .send();
    }

    private Answer check(long dispatch, long unit) {
        return api.get("/v1/dispatches/" + dispatch + "/check")
                .as(tokens.at(unit))
                .send();
    }

    private Answer rebuild(long dispatch) {
        return api.post("/v1/rebuilds", Map.of("dispatch", dispatch))
                .as(tokens.administrator())
                .key()
                .send();
    }

    private static void assertPartsAddUp(JsonNode view) {
        var sums = new TreeMap<String, Integer>();
        for (var child : view.path("children")) {
            child.path("figures")
                    .properties()
                    .forEach(figure ->
                            sums.merge(figure.getKey(), figure.getValue().asInt(), Integer::sum));
        }
        view.path("unit").path("figures").properties().forEach(figure -> assertThat(sums)
                .containsEntry(figure.getKey(), figure.getValue().asInt()));
    }

    private static String figures(JsonNode unit) {
        return String.join(
                " ",
                unit.path("figures").properties().stream()
                        .map(figure -> figure.getValue().asString() + " " + figure.getKey())
                        .toList());
    }

    private static List<Long> ids(JsonNode list) {
        return ids(list, "id");
    }

    private static List<Long> ids(JsonNode list, String field) {
        var ids = new ArrayList<Long>();
        list.forEach(node -> ids.add(node.path(field).asLong()));
        return ids;
    }
}
