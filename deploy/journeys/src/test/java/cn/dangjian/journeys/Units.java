package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.local.Service;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people do with the tree, through the gateway. */
final class Units {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final House house;
    private final Api api;

    Units(House house) {
        this.house = house;
        this.api = Catalogue.api(house.gatewayUrl());
    }

    JsonNode get(String token, long unit) {
        return ask(token, unit).json();
    }

    Api.Answer ask(String token, long unit) {
        return api.get("/organization/v1/units/" + unit).as(token).send();
    }

    /** The units that a caller sees, in the order of the tree. */
    List<JsonNode> list(String token, String filter) {
        return api.get("/organization/v1/units?limit=200&" + filter)
                .as(token)
                .send()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    Optional<JsonNode> withCode(String token, String code) {
        return list(token, "").stream()
                .filter(unit -> unit.path("code").asString().equals(code))
                .findFirst();
    }

    /** One proposes, somebody above decides; the tree has changed when this returns. */
    void change(String proposer, String decider, Map<String, Object> operation) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        var proposal = api.post(
                        "/organization/v1/changes",
                        Map.of("operation", operation, "document", "虚组〔2026〕12号", "effectiveOn", today))
                .as(proposer)
                .key()
                .send();
        assertThat(proposal.status()).as(proposal.toString()).isEqualTo(201);
        var approval = api.post(
                        "/organization/v1/changes/" + proposal.json().path("id").asLong() + "/approval", Map.of())
                .as(decider)
                .key()
                .send();
        assertThat(approval.status()).as(approval.toString()).isEqualTo(200);
    }

    /** Establishes a unit below another one and gives its id. */
    long establish(String proposer, String decider, long parent, Map<String, Object> unit) {
        change(proposer, decider, Map.of("type", "ESTABLISH", "parent", parent, "unit", unit));
        return withCode(decider, String.valueOf(unit.get("code")))
                .orElseThrow()
                .path("id")
                .asLong();
    }

    /** Waits until every service remembers the tree as it is. */
    void awaitEverywhere() {
        var tree = directory(house.service("organization"));
        for (var service : house.services()) {
            if (!service.hasDatabase()) continue;
            await(service.name()).atMost(PATIENCE).until(() -> directory(service)
                    .equals(tree));
        }
    }

    private static JsonNode directory(Service service) {
        return new Api(service.url()).get("/actuator/directory").send().json();
    }
}
