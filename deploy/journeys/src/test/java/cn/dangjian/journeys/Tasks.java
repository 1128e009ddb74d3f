package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What people do with tasks, through the gateway. */
final class Tasks {

    private static final String DEADLINE =
            Instant.now().plus(10, ChronoUnit.DAYS).toString();
    private static final Map<String, String> ORIGIN =
            Map.of("level", "CENTRAL", "number", "虚发〔2026〕1号", "title", "关于开展核实工作的意见", "day", "2026-01-05");
    private static final List<String> FIGURES = List.of(
            "addressed",
            "delivered",
            "failed",
            "signed",
            "handedIn",
            "submitted",
            "returned",
            "approved",
            "merged",
            "closed",
            "withdrawn",
            "overdue");

    private final Api api;

    Tasks(String gateway) {
        this.api = Catalogue.api(gateway);
    }

    /** A task for all villages below; the same order whenever it is asked for. */
    private static Map<String, Object> order(String title) {
        return order(title, "VILLAGE");
    }

    private static Map<String, Object> order(String title, String tier) {
        return order(title, Map.of("tier", tier));
    }

    private static Map<String, Object> order(String title, Map<String, Object> target) {
        return Map.of(
                "title",
                title,
                "text",
                "请各村核实本村活动场所面积与用途，逐项填报。",
                "goal",
                "本村活动场所全部核实",
                "deadline",
                DEADLINE,
                "materialRequired",
                true,
                "target",
                target);
    }

    long dispatch(String token, String title) {
        return dispatch(token, title, UUID.randomUUID().toString());
    }

    /** To all units that stand at a tier below the caller. */
    long dispatchTo(String tier, String token, String title) {
        var answer = api.post("/task/v1/dispatches", order(title, tier))
                .as(token)
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    /** To these units. */
    long dispatch(String token, String title, List<Long> units) {
        var answer = api.post("/task/v1/dispatches", order(title, Map.of("units", units)))
                .as(token)
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    /** To all units of a tier that the caller supervises (条). */
    long dispatchDownTheLine(String token, String title, String tier) {
        var answer = api.post("/task/v1/dispatches?by=LINE", order(title, tier))
                .as(token)
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    /** Tries again while the service is away, with the same key, as an app does that reads Retry-After. */
    long dispatch(String token, String title, String key) {
        var answer = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.post("/task/v1/dispatches", order(title))
                                .as(token)
                                .key(key)
                                .send(),
                        got -> got.status() != 503 && got.status() != 409);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    /** To the next tier, each of which forwards it (流水派送). */
    long relay(String token, String title) {
        var order = new HashMap<>(order(title, Map.of()));
        order.put("materialRequired", false);
        order.put("relay", Map.of("mode", "RELAY", "origin", ORIGIN, "personRequired", true));
        return created(api.post("/task/v1/dispatches", order).as(token).key().send());
    }

    /** Forwards what a unit has to the next tier. */
    long forward(String token, long assignment, String text) {
        return created(api.post(
                        "/task/v1/assignments/" + assignment + "/forwardings",
                        Map.of("text", text, "deadline", DEADLINE))
                .as(token)
                .key()
                .send());
    }

    /** Has what a unit above sends forwarded at once. */
    long standing(String token, long from) {
        return created(
                api.post("/task/v1/standing-instructions", Map.of("text", "照办，按时上报。", "daysEarly", 0, "from", from))
                        .as(token)
                        .key()
                        .send());
    }

    void endStanding(String token, long id) {
        var ended = api.post("/task/v1/standing-instructions/" + id + "/end")
                .as(token)
                .send();
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
    }

    /** The newest dispatch that a unit itself issued in a relay. */
    long forwardingOf(String token, long root) {
        return found("/task/v1/dispatches?limit=200", token)
                .path("items")
                .valueStream()
                .filter(line -> line.path("root").asLong() == root)
                .mapToLong(line -> line.path("id").asLong())
                .min()
                .orElseThrow();
    }

    private static long created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    JsonNode lineage(String token, long assignment) {
        return found("/task/v1/assignments/" + assignment + "/lineage", token);
    }

    JsonNode tree(String token, long dispatch) {
        return found("/task/v1/dispatches/" + dispatch + "/tree?limit=200", token);
    }

    Api.Answer namePerson(String token, long assignment, String title) {
        return api.post(
                        "/task/v1/assignments/" + assignment + "/persons",
                        Map.of("persons", List.of(Map.of("title", title, "duty", "逐户核实 12 户并建账"))))
                .as(token)
                .key()
                .send();
    }

    Api.Answer withdraw(String token, long dispatch) {
        return api.post("/task/v1/dispatches/" + dispatch + "/withdrawal", Map.of("reason", "省委另有部署"))
                .as(token)
                .key()
                .send();
    }

    /** The inbox items of a dispatch at one unit. */
    List<JsonNode> inbox(String token, long dispatch) {
        return api.get("/notification/v1/inbox?limit=200")
                .as(token)
                .send()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("dispatch").asLong() == dispatch)
                .toList();
    }

    Api.Answer sign(String token, long assignment) {
        return api.post("/task/v1/assignments/" + assignment + "/signature")
                .as(token)
                .send();
    }

    Api.Answer submit(String token, long assignment) {
        var work = Map.of(
                "report", "已核实，共 3 处。", "materials", List.of(Map.of("name", "村党组织会议决定", "reference", "2026-001")));
        return api.post("/task/v1/assignments/" + assignment + "/submissions", work)
                .as(token)
                .key()
                .send();
    }

    Api.Answer sendBack(String token, long assignment) {
        return api.post("/task/v1/assignments/" + assignment + "/return", Map.of("reason", "缺少二楼面积"))
                .as(token)
                .send();
    }

    Api.Answer approve(String token, long assignment) {
        return api.post("/task/v1/assignments/" + assignment + "/approval")
                .as(token)
                .send();
    }

    JsonNode ledger(String token, long dispatch) {
        return found("/notification/v1/dispatches/" + dispatch + "/ledger", token);
    }

    JsonNode progress(String token, long dispatch) {
        return found("/statistics/v1/dispatches/" + dispatch + "/progress?limit=200", token);
    }

    private JsonNode found(String path, String token) {
        var answer = api.get(path).as(token).send();
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
        return answer.json();
    }

    /** A unit's own figures. */
    static Map<String, Long> figures(JsonNode unit) {
        return FIGURES.stream().collect(Collectors.toMap(figure -> figure, figure -> unit.path("figures")
                .path(figure)
                .asLong(-1)));
    }

    /** The sums of its children's figures. */
    static Map<String, Long> sums(JsonNode progress) {
        return FIGURES.stream().collect(Collectors.toMap(figure -> figure, figure -> progress.path("children")
                .valueStream()
                .mapToLong(child -> child.path("figures").path(figure).asLong(-1))
                .sum()));
    }
}
