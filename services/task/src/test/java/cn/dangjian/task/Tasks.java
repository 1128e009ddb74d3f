package cn.dangjian.task;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tasks as units dispatch, do and review them. */
final class Tasks {

    private final Api api;
    private final Tokens tokens;

    Tasks(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    static String toVillages() {
        return "{\"tier\":\"VILLAGE\"}";
    }

    static String body(String title, String target) {
        return """
            {"title":"%s","text":"请核实并上报。","goal":"全部核实","deadline":"%s","materialRequired":true,"target":%s}\
            """.formatted(title, Instant.now().plus(9, ChronoUnit.DAYS), target);
    }

    static Map<String, Object> submission() {
        return Map.of("report", "已核实", "materials", List.of(Map.of("name", "会议决定", "reference", "2026-001")));
    }

    Api.Answer post(String body) {
        return api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key()
                .send();
    }

    Api.Answer dispatch(long issuer, String target) {
        return api.post("/v1/dispatches", body("排查村级活动场所", target))
                .as(tokens.at(issuer))
                .key()
                .send();
    }

    JsonNode list(long unit, String query) {
        return api.get("/v1/dispatches" + query).as(tokens.at(unit)).send().json();
    }

    List<JsonNode> dispatchesOf(long unit) {
        return list(unit, "?limit=200").path("items").valueStream().toList();
    }

    List<JsonNode> reviewsOf(long unit) {
        var answer = api.get("/v1/reviews").as(tokens.at(unit)).send();
        return answer.json().path("items").valueStream().toList();
    }

    long assignmentOf(long village, long dispatch) {
        var lines = api.get("/v1/assignments?limit=200")
                .as(tokens.at(village))
                .send()
                .json();
        return lines.path("items")
                .valueStream()
                .filter(line -> line.path("dispatch").asLong() == dispatch)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    Api.Answer sign(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/signature")
                .as(tokens.at(unit))
                .send();
    }

    Api.Answer submit(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/submissions", submission())
                .as(tokens.at(unit))
                .key()
                .send();
    }

    Api.Answer withoutMaterial(long assignment) {
        return api.post("/v1/assignments/" + assignment + "/submissions", Map.of("report", "已核实"))
                .as(tokens.at(Province.SECOND_VILLAGE))
                .key()
                .send();
    }

    Api.Answer sendBack(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/return", Map.of("reason", "缺会议决定"))
                .as(tokens.at(unit))
                .send();
    }

    Api.Answer approve(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/approval")
                .as(tokens.at(unit))
                .send();
    }
}
