package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of the register hangs on units that end or move: what lies there, grids, chains. */
@ServiceTest
class HangingRegisterTest extends TwoVillages {

    @Test
    void whatLayAtAMergedVillageLiesAtItsHeirFromThatDayOn() {
        long company = hung.registered(gone);
        String coverage = "/v1/coverage?unit=" + unit("0101100") + "&asOf=";
        var before = as("0101100", coverage + DAY.minusDays(1)).path("total");

        made(merge(List.of(gone), heir), DAY);

        var now = as("0101100", "/v1/register-units/" + company);
        assertThat(now.path("placeId").asLong()).isEqualTo(heir);
        assertThat(now.at("/cover/partyUnitId").asLong()).isEqualTo(heir);
        assertThat(now.path("state").asString()).isEqualTo("COVERED");
        var then = as("0101100", "/v1/register-units/" + company + "?asOf=" + DAY.minusDays(1));
        assertThat(then.path("placeId").asLong()).isEqualTo(gone);
        assertThat(then.at("/cover/partyUnitId").asLong()).isEqualTo(gone);
        assertThat(as("0101100", coverage + TODAY).path("total")).isEqualTo(before);
        assertThat(as("0101100", coverage + DAY.minusDays(1)).path("total")).isEqualTo(before);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void gridsGoOnWithThoseWhoStandForThem() {
        hung.grid(gone);

        made(merge(List.of(gone), heir), DAY);

        assertThat(hung.count("select count(*) from grid_place where community_id = ? and valid_to > ?", heir, TODAY))
                .isEqualTo(2);
        assertThat(hung.count("""
            select count(*) from grid_place h join grid_place g on g.id = h.parent_id
              join grid_link l on l.place_id = g.id and l.valid_to = '9999-12-31' and l.party_unit_id = ?
              join grid_volunteer v on v.place_id = h.id and v.valid_to = '9999-12-31'
             where h.community_id = ? and g.community_id = h.community_id\
            """, heir, heir)).isOne();
        assertThat(hung.count(
                        "select count(*) from grid_place where community_id = ? and valid_from = ? and valid_to = ?",
                        gone,
                        BEGIN,
                        DAY))
                .isEqualTo(2);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatLeavesTheTerritoryOfItsKeeperLeavesTheChain() {
        long town = unit("0101100");
        long company = hung.registered(gone);
        long ofCounty = hung.chain(unit("0101"), company, gone);
        long ofCity = hung.chain(unit("01"), company, gone);
        made(establish(unit("0101"), code("0101-I"), "虚构行业党委", "INDUSTRY_COMMITTEE"), BEGIN);
        made(establish(unit("01"), code("01-I"), "虚构市行业党委", "INDUSTRY_COMMITTEE"), BEGIN);
        hung.lookedAfter(company, unit("0101-I"));
        hung.lookedAfter(company, unit("01-I"));

        made(move(town, unit("0121")), DAY);

        for (String table : List.of("chain_link", "chain_party")) {
            assertThat(hung.count(
                            "select count(*) from " + table + " where chain_id = ? and valid_to = ?", ofCounty, DAY))
                    .as(table)
                    .isOne();
            assertThat(hung.count(
                            "select count(*) from " + table + " where chain_id = ? and valid_to > ?", ofCity, TODAY))
                    .as(table)
                    .isOne();
        }
        var left = as("0101", "/v1/chains/" + ofCounty);
        assertThat(left.hasNonNull("leaderId")).isFalse();
        assertThat(hung.count("select count(*) from chain_state where chain_id = ? and leader_id is null", ofCounty))
                .isOne();
        assertThat(hung.count("select count(*) from chain_state where chain_id = ? and leader_id = ?", ofCity, company))
                .isOne();
        assertThat(jdbc.sql("select party_unit_id from register_link where register_id = ? and role = 'LINE' and"
                                + " valid_to > ?")
                        .params(company, TODAY)
                        .query(Long.class)
                        .list())
                .containsExactly(unit("01-I"));
    }

    @Test
    void aCommitteeOfALineLeavesBehindWhatItsOldSuperiorHas() {
        long company = hung.registered(gone);
        made(establish(unit("0101"), code("0101-I"), "虚构行业党委", "INDUSTRY_COMMITTEE"), BEGIN);
        hung.lookedAfter(company, unit("0101-I"));

        made(move(unit("0101-I"), unit("0121")), DAY);

        assertThat(hung.count(
                        "select count(*) from register_link where register_id = ? and role = 'LINE' and valid_to = ?",
                        company,
                        DAY))
                .isOne();
        assertThat(hung.count(
                        "select count(*) from register_link where register_id = ? and role = 'COVER' and valid_to > ?",
                        company,
                        TODAY))
                .isOne();
    }

    @Test
    void aChainThatIsOpenedAfterTheEndOfItsKeeperWasDecidedEndsWithIt() {
        long town = unit("0101100");
        var day = TODAY.plusDays(1);
        made(merge(List.of(town), unit("0101001")), day);
        long chain = hung.chain(town, hung.registered(gone), gone);
        var midnight = new Midnight(tree, jdbc);

        midnight.strike(day);

        for (String table : List.of("chain_state", "chain_link", "chain_party")) {
            assertThat(hung.count("select count(*) from " + table + " where chain_id = ? and valid_to = ?", chain, day))
                    .as(table)
                    .isOne();
        }
        assertThat(hung.count("select count(*) from chain where id = ? and valid_to = ?", chain, day))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
        midnight.backToToday();
    }

    @Test
    void whoLeadsAChainSinceTheDayOfALateMergeLeadsItStill() {
        long chain = hung.chain(unit("0101"), hung.registered(gone), gone);
        hung.ledBy(chain, unit("0101100203"), TODAY.minusDays(1));

        made(merge(List.of(gone), heir), DAY);

        var ended = api.post("/v1/chains/" + chain + "/party-unit", Map.of("on", TODAY.toString()))
                .as(tokens.at(unit("0101")))
                .ifMatch(api.get("/v1/chains/" + chain)
                        .as(tokens.at(unit("0101")))
                        .send()
                        .header("ETag"))
                .key()
                .send();
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
        assertThat(hung.count(
                        "select count(*) from chain_party where chain_id = ? and party_unit_id = ? and valid_to = ?",
                        chain,
                        heir,
                        TODAY.minusDays(1)))
                .isOne();
    }
}
