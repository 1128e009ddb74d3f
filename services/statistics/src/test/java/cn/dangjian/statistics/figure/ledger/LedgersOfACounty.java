package cn.dangjian.statistics.figure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.figure.Land;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A county that no other test has, its neighbour, and the ledgers of both. */
@ServiceTest
abstract class LedgersOfACounty {

    static final List<String> MEASURES = List.of("member.members", "org.covered", "dues.collected");

    private static long next = 38_000_000;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcTemplate jdbc;

    Land land;
    long county;
    long township;
    long second;
    long village;
    long other;
    long third;
    long elsewhere;

    @BeforeEach
    void aCounty() {
        next += 100;
        county = next;
        township = next + 1;
        second = next + 2;
        village = next + 3;
        other = next + 4;
        third = next + 5;
        elsewhere = next + 6;
        land = new Land(broker, jdbc)
                .unit(county, null, "COUNTY", "COUNTY_COMMITTEE")
                .unit(township, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(second, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(village, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(other, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(third, second, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(elsewhere, null, "COUNTY", "COUNTY_COMMITTEE");
        land.settle();
    }

    static Map<String, Object> asking(String name, List<String> measures, String tier, boolean shared) {
        return Map.of("name", name, "measures", measures, "tier", tier, "shared", shared);
    }

    Api.Answer make(long unit, Map<String, Object> ledger) {
        return api.post("/v1/ledgers", ledger).as(tokens.at(unit)).key().send();
    }

    long made(long unit, String tier, boolean shared) {
        var answer = make(unit, asking("书记抓党建台账", MEASURES, tier, shared));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    Api.Answer get(long unit, String path) {
        return api.get("/v1/ledgers" + path).as(tokens.at(unit)).send();
    }

    JsonNode json(long unit, String path) {
        var answer = get(unit, path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    List<Long> units(long reader, String path) {
        return json(reader, path)
                .at("/rows/items")
                .valueStream()
                .map(row -> row.path("unit").asLong())
                .toList();
    }
}
