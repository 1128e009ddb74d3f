package cn.dangjian.organization.register.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 链上单位: which units are on a chain, on which days, and what its keeper learns of those that have left. */
@ServiceTest
class ChainLinksApiTest extends ChainTests {

    @Test
    void linksAreDatedAndEnd() {
        long unit = enterprise(1);
        long id = chains.open(township, township);

        assertThat(chains.unlink(township, id, unit, TODAY).problem()).isEqualTo("chain.link-unknown");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(21)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.link(township, id, unit, TODAY.plusDays(1)).problem()).isEqualTo("chain.future");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(9)).status()).isEqualTo(200);
        assertThat(chains.link(township, id, unit, TODAY).problem()).isEqualTo("chain.linked-already");
        assertThat(chains.unlink(township, id, unit, TODAY.minusDays(10)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.unlink(township, id, unit, TODAY.minusDays(5))
                        .json()
                        .path("units")
                        .asInt())
                .isZero();
        assertThat(chains.link(township, id, unit, TODAY.minusDays(6)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(5))
                        .json()
                        .path("units")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(township, "/" + id + "/links").path("items")).hasSize(2);
    }

    /** A unit that has moved to another township is still on the list, but no more one of the keeper's. */
    @Test
    void whatLiesElsewhereDoesNotCount() {
        long id = chains.open(township, township);
        long foreign = desk.enter(county, divisions.unit("0101001001"), TYPE, 3);
        long unit = enterprise(3);
        assertThat(chains.link(county, id, foreign, TODAY).problem()).isEqualTo("chain.unit-unknown");
        assertThat(chains.link(county, id, unit, TODAY.minusDays(2)).status()).isEqualTo(200);

        var moved = desk.send(
                county,
                "/" + unit + "/transfer",
                Map.of("placeId", divisions.unit("0101001001"), "on", TODAY.toString()));

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(get(county, "/" + id).path("units").asInt()).isZero();
        assertThat(get(county, "/" + id + "/links").path("items")).hasSize(1);
    }

    /** Whoever kept a unit on a chain does not learn what has become of it since, nor of what lies elsewhere. */
    @Test
    void ofWhatHasLeftTheLastDayIsShown() {
        long elsewhere = divisions.unit("0201100201");
        long id = chains.open(township, township);
        long here = enterprise(3);
        long left = enterprise(4);
        long moved = enterprise(5);
        for (long unit : new long[] {here, left, moved})
            assertThat(chains.link(county, id, unit, TODAY.minusDays(9)).status())
                    .isEqualTo(200);
        for (long unit : new long[] {here, left})
            assertThat(chains.unlink(county, id, unit, TODAY.minusDays(5)).status())
                    .isEqualTo(200);

        state(here, village, 30, TODAY.minusDays(5));
        state(left, elsewhere, 40, TODAY.minusDays(2));
        state(moved, elsewhere, 50, TODAY.minusDays(2));

        var links = get(county, "/" + id + "/links").path("items");
        assertThat(links.at("/0/members").asInt()).isEqualTo(3);
        assertThat(links.at("/0/name").asString()).startsWith("虚构企业");
        assertThat(links.at("/0/placeName").asString()).contains("0101100201");
        assertThat(links.at("/1/name").asString()).as("before it moved").startsWith("虚构企业");
        assertThat(links.at("/2/name").asString()).as("still on the chain").isEqualTo("虚构新名");
        for (int link : new int[] {1, 2}) {
            assertThat(links.at("/" + link + "/members").isNull()).isTrue();
            assertThat(links.at("/" + link + "/placeName").isNull()).isTrue();
        }
        state(left, village, 41, TODAY);
        assertThat(get(county, "/" + id + "/links").at("/items/1/members").asInt())
                .as("back again: what it was while on the chain")
                .isEqualTo(4);
        chains.unlink(county, id, moved, TODAY);
        state(moved, village, 51, TODAY);
        assertThat(get(county, "/" + id + "/links").at("/items/2/members").isNull())
                .as("back again: it lay elsewhere on its last day")
                .isTrue();
    }

    @Test
    void aClosedChainSaysWhatItsLeaderWasCalledThen() {
        long leader = enterprise(3);
        long id = chains.open(county, county, leader);
        assertThat(chains.close(county, id, TODAY.minusDays(5)).status()).isEqualTo(200);

        state(leader, divisions.unit("0201100201"), 3, TODAY.minusDays(5));

        assertThat(get(county, "/" + id).path("leaderName").asString()).startsWith("虚构企业");
    }

    @Test
    void whatHasLedStaysOnTheChainUntilThen() {
        long leader = enterprise(3);
        long id = chains.open(county, county, leader);
        assertThat(chains.name(county, id, "虚构链", null, TODAY.minusDays(5)).status())
                .isEqualTo(200);
        int before = stored();

        var refused = chains.unlink(county, id, leader, TODAY.minusDays(6));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("chain.led");
        assertThat(refused.toString()).contains(TODAY.minusDays(5).toString());
        assertThat(get(county, "/" + id).path("units").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(before);
        assertThat(chains.unlink(county, id, leader, TODAY.minusDays(5)).status())
                .isEqualTo(200);
    }

    /** What a unit is from a day on. */
    private void state(long unit, long place, int members, LocalDate on) {
        jdbc.sql("update register_state set valid_to = :on where register_id = :unit and valid_to > :on")
                .param("on", on)
                .param("unit", unit)
                .update();
        jdbc.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (:unit, :on, '9999-12-31', :place, '虚构新名', :type, 60, :members, 'nobody', now())\
            """)
                .param("unit", unit)
                .param("on", on)
                .param("place", place)
                .param("type", TYPE)
                .param("members", members)
                .update();
    }
}
