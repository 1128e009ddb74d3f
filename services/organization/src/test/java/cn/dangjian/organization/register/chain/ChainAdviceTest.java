package cn.dangjian.organization.register.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Branches;
import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Province;
import cn.dangjian.organization.tree.rollup.Recount;
import cn.dangjian.testkit.ServiceTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When a functional Party unit is advised on a chain, and on how many chains there is one (ORG-07). */
@ServiceTest
class ChainAdviceTest extends Province {

    private static final String UNITS = "formation.chain.units.min";
    private static final String MEMBERS = "formation.chain.members.min";

    private Chains chains;
    private Desk desk;
    private Branches branches;
    private long county;
    private long township;
    private long village;

    ChainAdviceTest() {
        super("60", List.of("chain", "chain_state", "chain_link", "chain_party", "rule_setting"));
    }

    @BeforeEach
    void aCounty() {
        Recount.anew(jdbc);
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
        jdbc.sql("delete from rule_setting").update();
    }

    private void set(String rule, int value) {
        var body = Map.<String, Object>of(
                "since", TODAY.toString(), "value", new BigDecimal(value), "document", "虚组〔2026〕7号");
        var answer = api.post("/v1/rules/" + rule + "/settings", body)
                .as(tokens.at(county))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    /** A chain of the township with some units, in each of which three members work. */
    private long chain(int units) {
        long chain = chains.open(township, township);
        for (int i = 0; i < units; i++) {
            long unit = desk.enter(township, village, "PRIVATE_ENTERPRISE", 3);
            assertThat(chains.link(township, chain, unit, TODAY.minusDays(1)).status())
                    .isEqualTo(200);
        }
        return chain;
    }

    private JsonNode advice(long caller, String kind) {
        return api.get("/v1/advice?advice=" + kind)
                .as(tokens.at(caller))
                .send()
                .json()
                .path("items");
    }

    private int counted(long unit, String kind) {
        return api.get("/v1/advice/counts?unit=" + unit)
                .as(tokens.at(county))
                .send()
                .json()
                .path("total")
                .path(kind)
                .asInt(0);
    }

    @Test
    void nothingIsAdvisedUntilTheCountySetsANumber() {
        chain(5);

        assertThat(advice(county, "CHAIN_UNITS")).isEmpty();
        assertThat(advice(county, "CHAIN_MEMBERS")).isEmpty();
    }

    @Test
    void fromSoManyUnitsOnAPartyUnitIsAdvisedToTheKeeper() {
        set(UNITS, 2);
        long small = chain(1);
        long chain = chain(2);

        var advised = advice(county, "CHAIN_UNITS");

        assertThat(advised).hasSize(1);
        assertThat(advised.path(0).path("subject").asString()).isEqualTo("CHAIN");
        assertThat(advised.path(0).path("subjectId").asLong()).isEqualTo(chain);
        assertThat(advised.path(0).path("fact").asInt()).isEqualTo(2);
        assertThat(advised.path(0).path("source").asString()).isEqualTo("虚组〔2026〕7号");
        assertThat(advised.path(0).path("finding").asString()).isEqualTo("链上单位 2 家，达到 2 家，尚无产业链党组织。");
        assertThat(counted(township, "CHAIN_UNITS")).isEqualTo(1);
        assertThat(counted(village, "CHAIN_UNITS")).isZero();
        assertThat(advice(township, "CHAIN_UNITS")).hasSize(1);
        assertThat(advice(divisions.unit("0201"), "CHAIN_UNITS")).isEmpty();
        assertThat(advice(divisions.unit("0101001"), "CHAIN_UNITS")).isEmpty();
        chains.link(township, small, desk.enter(township, village, "PRIVATE_ENTERPRISE", 0), TODAY);
        assertThat(counted(county, "CHAIN_UNITS")).isEqualTo(2);
    }

    @Test
    void adviceFollowsTheFactsAndChangesNothing() {
        set(UNITS, 1);
        long chain = chain(1);
        long unit = jdbc.sql("select register_id from chain_link where chain_id = ?")
                .param(chain)
                .query(Long.class)
                .single();
        long party = branches.below(township, "CHAIN_BRANCH");
        assertThat(advice(county, "CHAIN_UNITS")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from chain_party")
                        .query(Integer.class)
                        .single())
                .isZero();

        chains.lead(township, chain, party, TODAY);
        assertThat(advice(county, "CHAIN_UNITS")).isEmpty();
        assertThat(counted(county, "CHAIN_UNITS")).isZero();
        branches.abolish(party, TODAY);
        assertThat(advice(county, "CHAIN_UNITS")).hasSize(1);
        assertThat(desk.close(township, unit, TODAY).status()).isEqualTo(200);
        assertThat(advice(county, "CHAIN_UNITS")).isEmpty();
        assertThat(counted(county, "CHAIN_UNITS")).isZero();
    }

    @Test
    void orFromSoManyMembersOnWhereTheUnitsAreFew() {
        set(MEMBERS, 6);
        long few = chain(2);
        assertThat(advice(county, "CHAIN_MEMBERS").path(0).path("fact").asInt()).isEqualTo(6);

        set(UNITS, 2);

        assertThat(advice(county, "CHAIN_MEMBERS"))
                .as("said once of each chain")
                .isEmpty();
        assertThat(advice(county, "CHAIN_UNITS").path(0).path("subjectId").asLong())
                .isEqualTo(few);
    }

    @Test
    void aSuperiorOfTheKeeperHasSeenIt() {
        set(UNITS, 1);
        var seen = Map.<String, Object>of(
                "subject", "CHAIN", "subjectId", chain(1), "advice", "CHAIN_UNITS", "note", "已阅");

        assertThat(acknowledge(divisions.unit("0201"), seen)).isEqualTo(404);
        assertThat(acknowledge(township, seen)).isEqualTo(403);
        assertThat(acknowledge(county, seen)).isEqualTo(204);
        assertThat(advice(township, "CHAIN_UNITS").at("/0/acknowledged/note").asString())
                .isEqualTo("已阅");
    }

    private int acknowledge(long caller, Map<String, Object> seen) {
        return api.post("/v1/advice/acknowledgements", seen)
                .as(tokens.at(caller))
                .key()
                .send()
                .status();
    }

    @Test
    void ratesAreThoseOfTheKeepersByTier() {
        long led = chain(0);
        chain(0);
        long ofTheCounty = chains.open(county, county);
        chains.open(divisions.unit("0201"), divisions.unit("0201"));
        for (long chain : new long[] {led, ofTheCounty})
            assertThat(chains.lead(county, chain, branches.below(township, "CHAIN_BRANCH"), TODAY)
                            .status())
                    .isEqualTo(200);

        var rates = rates(county, "");
        assertThat(rates.at("/total/0/tier").asString()).isEqualTo("COUNTY");
        assertThat(rates.at("/total/0/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(rates.at("/total/1/tier").asString()).isEqualTo("TOWNSHIP");
        assertThat(rates.at("/total/1/chains").asInt()).isEqualTo(2);
        assertThat(rates.at("/total/1/percent").decimalValue()).isEqualByComparingTo("50");
        assertThat(rates.path("own")).hasSize(1);
        assertThat(rates.path("children")
                        .valueStream()
                        .filter(child -> child.path("unitId").asLong() == township))
                .extracting(child -> child.at("/rates/0/led").asInt())
                .containsExactly(1);
        assertThat(rates(county, "?asOf=" + TODAY.minusDays(1))
                        .at("/total/0/led")
                        .asInt())
                .isZero();
        assertThat(rates(county, "?asOf=" + TODAY.minusDays(21)).path("total")).isEmpty();
        assertThat(rates(divisions.unit("0121"), "").path("total")).isEmpty();
        assertThat(api.get("/v1/chain-rates?unit=" + county)
                        .as(tokens.at(divisions.unit("0121")))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private JsonNode rates(long caller, String query) {
        return api.get("/v1/chain-rates" + query).as(tokens.at(caller)).send().json();
    }
}
