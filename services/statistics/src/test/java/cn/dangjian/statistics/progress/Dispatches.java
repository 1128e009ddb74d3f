package cn.dangjian.statistics.progress;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Dispatches of which statistics has heard, and what units are told about them. */
final class Dispatches {

    private static final AtomicLong DISPATCHES = new AtomicLong(500);
    static final String LATER = "2099-01-01T00:00:00Z";
    static final String YESTERDAY = "2026-01-01T00:00:00Z";

    private final Api api;
    private final Tokens tokens;
    private final Broker broker;

    Dispatches(Api api, Tokens tokens, Broker broker) {
        this.api = api;
        this.tokens = tokens;
        this.broker = broker;
    }

    /** A number that no dispatch has yet. */
    long next() {
        return DISPATCHES.incrementAndGet();
    }

    /** 11111 approved, 11112 returned, 11113 not reached, 11121 not signed, 11122 not heard of by notification. */
    long underWay(String deadline) {
        long dispatch = next();
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

    void awaitAddressed(long dispatch, long unit, int expected) {
        awaitAddressed(dispatch, unit, "", expected);
    }

    void awaitAddressed(long dispatch, long unit, String query, int expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var answer = progress(dispatch, unit, query);
            return answer.status() == 200
                    && answer.json()
                                    .path("unit")
                                    .path("figures")
                                    .path("addressed")
                                    .asInt()
                            == expected;
        });
    }

    Answer progress(long dispatch, long unit, String query) {
        return api.get("/v1/dispatches/" + dispatch + "/progress" + query)
                .as(tokens.at(unit))
                .send();
    }

    Answer units(long dispatch, long unit, String query) {
        return api.get("/v1/dispatches/" + dispatch + "/progress/units?" + query)
                .as(tokens.at(unit))
                .send();
    }

    Answer check(long dispatch, long unit) {
        return api.get("/v1/dispatches/" + dispatch + "/check")
                .as(tokens.at(unit))
                .send();
    }

    Answer rebuild(long dispatch) {
        return api.post("/v1/rebuilds", Map.of("dispatch", dispatch))
                .as(tokens.administrator())
                .key()
                .send();
    }

    static void assertPartsAddUp(JsonNode view) {
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

    static String figures(JsonNode unit) {
        return String.join(
                " ",
                unit.path("figures").properties().stream()
                        .map(figure -> figure.getValue().asString() + " " + figure.getKey())
                        .toList());
    }

    static List<Long> ids(JsonNode list) {
        return ids(list, "id");
    }

    static List<Long> ids(JsonNode list, String field) {
        var ids = new ArrayList<Long>();
        list.forEach(node -> ids.add(node.path(field).asLong()));
        return ids;
    }
}
