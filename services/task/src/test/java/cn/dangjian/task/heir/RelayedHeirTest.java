package cn.dangjian.task.heir;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.task.Ladder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a chain when a unit in the middle of it ends: the lineage goes with the heir, and says so. */
class RelayedHeirTest extends WithEnds {

    private Ladder ladder;

    @BeforeEach
    void aLadder() {
        ladder = new Ladder(api, tokens, jdbc);
    }

    /** The villages of a township that is merged go to the other one with it. */
    private void merged(long township, long heir) {
        ends.merged(township, heir);
        String from = jdbc.sql("select path from unit where id = ?")
                .param(township)
                .query(String.class)
                .single();
        String to = jdbc.sql("select path from unit where id = ?")
                .param(heir)
                .query(String.class)
                .single();
        jdbc.sql("""
            update unit set parent_id = ?, path = concat(?, substring(path, ?)) where parent_id = ?\
            """).params(heir, to, from.length() + 1, township).update();
    }

    @Test
    void whatATownshipForwardedComesBackToTheHeirThatHasTheSame() {
        var dispatches = ladder.toTheVillages();
        long forwarding = dispatches.get(3);
        long village = ladder.assignment(forwarding, ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);

        merged(ladder.township, ladder.secondTownship);

        long own = ladder.assignment(dispatches.get(2), ladder.secondTownship);
        assertThat(ladder.state(ladder.assignment(dispatches.get(2), ladder.township)))
                .isEqualTo("MERGED");
        assertThat(ladder.json("/v1/reviews", ladder.secondTownship)
                        .path("items")
                        .valueStream())
                .extracting(line -> line.path("id").asLong())
                .containsExactly(village);
        assertThat(ladder.step(village, "approval", ladder.secondTownship).status())
                .isEqualTo(200);
        assertThat(ladder.branch(dispatches.get(2), ladder.secondTownship, ladder.county)
                        .path("belowApproved")
                        .asInt())
                .isEqualTo(1);
        var steps = ladder.json("/v1/assignments/" + village + "/lineage", ladder.village)
                .path("steps")
                .valueStream()
                .toList();
        assertThat(steps).hasSize(4);
        assertThat(steps.get(2).path("assignment").asLong()).isEqualTo(own);
        assertThat(steps.get(2).path("unit").asLong()).isEqualTo(ladder.secondTownship);
        assertThat(steps.get(3).path("issuer").asLong()).isEqualTo(ladder.township);
        // and the heir may take back what the other one forwarded
        assertThat(ladder.post(
                                "/v1/dispatches/" + forwarding + "/withdrawal",
                                ladder.secondTownship,
                                Map.of("reason", "合并后重新派送"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatATownshipForwardedComesBackToTheHeirThatHasNothing() {
        long root = ladder.relay(ladder.province);
        long toCounties = ladder.signAndForward(root, ladder.city);
        long county = ladder.assignment(toCounties, ladder.county);
        ladder.sign(county, ladder.county);
        var body = Ladder.forwarding("只到一镇", Ladder.DUE);
        body.put("target", Map.of("units", List.of(ladder.township)));
        long toOne = Ladder.id(ladder.forward(county, ladder.county, body));
        long forwarding = ladder.signAndForward(toOne, ladder.township);
        long village = ladder.assignment(forwarding, ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);

        merged(ladder.township, ladder.secondTownship);

        assertThat(ladder.state(ladder.assignment(toOne, ladder.secondTownship)))
                .isEqualTo("BROKEN_DOWN");
        assertThat(ladder.step(village, "approval", ladder.secondTownship).status())
                .isEqualTo(200);
        assertThat(ladder.submit(ladder.assignment(toOne, ladder.secondTownship), ladder.secondTownship)
                        .status())
                .isEqualTo(201);
    }

    /** A village that moved away is not reviewed by whom it does not belong to, and keeps its lineage. */
    @Test
    void aVillageThatMovedIsReviewedWhereItIsNow() {
        var dispatches = ladder.toTheVillages();
        long village = ladder.assignment(dispatches.get(3), ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);
        assertThat(reviews(ladder.township)).contains(village);

        jdbc.sql("""
            update unit v join unit t on t.id = ? set v.parent_id = t.id, v.path = concat(t.path, right(v.path, 5)) where v.id = ?\
            """).params(ladder.secondTownship, ladder.village).update();

        assertThat(reviews(ladder.township)).doesNotContain(village);
        assertThat(reviews(ladder.secondTownship)).contains(village);
        assertThat(ladder.step(village, "approval", ladder.township).status()).isEqualTo(404);
        assertThat(ladder.json("/v1/assignments/" + village + "/lineage", ladder.village)
                        .path("steps"))
                .hasSize(4);
        assertThat(ladder.step(village, "approval", ladder.secondTownship).status())
                .isEqualTo(200);
    }

    /** Also when it was done with its own before it ended. */
    @Test
    void whatAUnitThatHadFinishedForwardedIsReviewedByWhoIsDirectlyAbove() {
        long root = ladder.relay(ladder.city);
        long county = ladder.assignment(root, ladder.county);
        ladder.sign(county, ladder.county);
        var body = Ladder.forwarding("直接到村", Ladder.DUE);
        body.put("target", Map.of("units", List.of(ladder.village)));
        long forwarding = Ladder.id(ladder.forward(county, ladder.county, body));
        long village = ladder.assignment(forwarding, ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(county, ladder.county);
        ladder.step(county, "approval", ladder.city);
        ladder.submit(village, ladder.village);

        ends.abolished(ladder.county);

        assertThat(reviews(ladder.township)).containsExactly(village);
        assertThat(ladder.step(village, "approval", ladder.township).status()).isEqualTo(200);
    }

    private List<Long> reviews(long unit) {
        return ladder.json("/v1/reviews?limit=200", unit)
                .path("items")
                .valueStream()
                .map(line -> line.path("id").asLong())
                .toList();
    }

    /** Nobody reviews for a unit that ended without an heir but whoever is directly above. */
    @Test
    void whatNobodyGoesOnWithIsReviewedByWhoIsDirectlyAbove() {
        long root = ladder.relay(ladder.city);
        long county = ladder.assignment(root, ladder.county);
        ladder.sign(county, ladder.county);
        var body = Ladder.forwarding("直接到村", Ladder.DUE);
        body.put("target", Map.of("units", List.of(ladder.village)));
        long forwarding = Ladder.id(ladder.forward(county, ladder.county, body));
        long village = ladder.assignment(forwarding, ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);

        ends.abolished(ladder.county);

        assertThat(ladder.state(county)).isEqualTo("CLOSED");
        assertThat(ladder.json("/v1/reviews", ladder.township).path("items").valueStream())
                .extracting(line -> line.path("id").asLong())
                .containsExactly(village);
        assertThat(ladder.step(village, "approval", ladder.township).status()).isEqualTo(200);
    }
}
