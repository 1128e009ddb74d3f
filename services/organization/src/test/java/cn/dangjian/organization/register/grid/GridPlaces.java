package cn.dangjian.organization.register.grid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Branches;
import cn.dangjian.organization.tree.application.Province;
import cn.dangjian.organization.tree.rollup.Recount;
import cn.dangjian.testkit.Api;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A community without grids, and what is done about its places. */
abstract class GridPlaces extends Province {

    Branches branches;
    long community;

    GridPlaces() {
        super("57", List.of("grid_place", "grid_link"));
    }

    @BeforeEach
    void aCommunity() {
        branches = new Branches(jdbc);
        Recount.anew(jdbc);
        community = divisions.unit("0101001001");
    }

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    Api.Answer open(long caller, long community, @Nullable Long parent, String kind) {
        return open(caller, community, parent, kind, TODAY.minusDays(30));
    }

    Api.Answer open(long caller, long community, @Nullable Long parent, String kind, LocalDate on) {
        var body = new HashMap<String, Object>(
                Map.of("communityId", community, "kind", kind, "name", "虚构网格", "on", on.toString()));
        body.put("parentId", parent);
        return post(caller, "", body);
    }

    Api.Answer post(long caller, String path, Map<String, Object> body) {
        return api.post("/v1/grid-places" + path, body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    long grid(long community) {
        return id(open(divisions.unit(""), community, null, "GRID"));
    }

    static long id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    Api.Answer link(long caller, long place, @Nullable Long party, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("on", on.toString()));
        body.put("partyUnitId", party);
        return post(caller, "/" + place + "/link", body);
    }

    Api.Answer close(long caller, long place, LocalDate on) {
        return post(caller, "/" + place + "/closure", Map.of("on", on.toString()));
    }

    JsonNode rates(long unit, String query) {
        return api.get("/v1/grid-rates?unit=" + unit + query)
                .as(tokens.at(divisions.unit("")))
                .send()
                .json();
    }
}
