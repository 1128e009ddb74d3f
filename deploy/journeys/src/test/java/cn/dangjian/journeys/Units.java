package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.local.Service;
import cn.dangjian.testkit.Api;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        decide(decider, propose(proposer, operation).path("id").asLong());
    }

    JsonNode propose(String proposer, Map<String, Object> operation) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        var proposal = api.post(
                        "/organization/v1/changes",
                        Map.of("operation", operation, "document", "虚组〔2026〕12号", "effectiveOn", today))
                .as(proposer)
                .key()
                .send();
        assertThat(proposal.status()).as(proposal.toString()).isEqualTo(201);
        return proposal.json();
    }

    /** Approves it, and gives what is open at units that end with it. */
    JsonNode decide(String decider, long change) {
        var approval = api.post("/organization/v1/changes/" + change + "/approval", Map.of())
                .as(decider)
                .key()
                .send();
        assertThat(approval.status()).as(approval.toString()).isEqualTo(200);
        return approval.json();
    }

    /** Establishes a unit below another one and gives its id. */
    long establish(String proposer, String decider, long parent, Map<String, Object> unit) {
        change(proposer, decider, Map.of("type", "ESTABLISH", "parent", parent, "unit", unit));
        return withCode(decider, String.valueOf(unit.get("code")))
                .orElseThrow()
                .path("id")
                .asLong();
    }

    /** As if these units had been there for a week; the demo province was imported today, and what is merged was there before. */
    static void wereThereBefore(List<Long> units) {
        var servers = StartedHouse.get().servers();
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(7);
        var ids = units.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (var connection = DriverManager.getConnection(
                        servers.jdbcUrl("organization"), servers.rootUser(), servers.rootPassword());
                var statement = connection.createStatement()) {
            for (var table : List.of("unit_period", "unit_place"))
                statement.executeUpdate("""
                    update %1$s p
                      join (select unit_id, min(valid_from) first_day from %1$s where unit_id in (%2$s) group by unit_id) f
                        on f.unit_id = p.unit_id and f.first_day = p.valid_from
                       set p.valid_from = '%3$s'
                     where p.valid_from > '%3$s'\
                    """.formatted(table, ids, day));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
