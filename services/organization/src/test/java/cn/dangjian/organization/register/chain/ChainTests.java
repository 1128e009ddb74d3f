package cn.dangjian.organization.register.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Branches;
import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Province;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A county with a township that keep chains, and the enterprises of a village. */
abstract class ChainTests extends Province {

    static final String TYPE = "PRIVATE_ENTERPRISE";

    Chains chains;
    Desk desk;
    Branches branches;
    long county;
    long township;
    long village;

    ChainTests() {
        super("60", List.of("chain", "chain_state", "chain_link", "chain_party"));
    }

    @BeforeEach
    void aCounty() {
        chains = new Chains(api, tokens);
        desk = new Desk(api, tokens);
        branches = new Branches(jdbc);
        divisions.existSince(TODAY.minusDays(20));
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
    }

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    JsonNode get(long caller, String path) {
        var answer = api.get("/v1/chains" + path).as(tokens.at(caller)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    long enterprise(int members) {
        return desk.enter(township, village, TYPE, members);
    }

    int stored() {
        return jdbc.sql("select (select count(*) from chain) + (select count(*) from chain_state)"
                        + " + (select count(*) from chain_link) + (select count(*) from chain_party)")
                .query(Integer.class)
                .single();
    }
}
