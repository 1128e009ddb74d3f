package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.assertPartsAddUp;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.statistics.progress.PastTrees.CITY;
import static cn.dangjian.statistics.progress.PastTrees.COUNTY;
import static cn.dangjian.statistics.progress.PastTrees.ISSUED;
import static cn.dangjian.statistics.progress.PastTrees.MERGED;
import static cn.dangjian.statistics.progress.PastTrees.MERGED_AGAIN;
import static cn.dangjian.statistics.progress.PastTrees.MOVED;
import static cn.dangjian.statistics.progress.PastTrees.MOVED_TOWNSHIP;
import static cn.dangjian.statistics.progress.PastTrees.NEW_COUNTY;
import static cn.dangjian.statistics.progress.PastTrees.OTHER_COUNTY;
import static cn.dangjian.statistics.progress.PastTrees.TODAY;
import static cn.dangjian.statistics.progress.PastTrees.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Figures on the tree of a day (U-02): under the units of that time, or at the heirs of merged ones. */
class TreeOfDayTest extends RunningStatistics {

    private long dispatch;

    @BeforeEach
    void aDispatchOfThePast() {
        new PastTrees(broker, jdbc).settle();
        dispatch = dispatches.next();
        broker.send(PastTrees.task(dispatch));
        dispatches.awaitAddressed(dispatch, CITY, 4);
        await().atMost(Duration.ofSeconds(30)).until(() -> signed(at(CITY, "")) == 1);
    }

    @Test
    void standsWhereItIsCountedUnlessATreeIsNamed() {
        assertThat(addressed(at(COUNTY, ""))).isEqualTo(2);
        assertThat(addressed(at(NEW_COUNTY, ""))).isEqualTo(2);
        assertThat(ids(at(TOWNSHIP, "").path("children"))).containsExactly(7121L, 7122L);
        assertThat(at(TOWNSHIP, "").path("tree").isNull()).isTrue();
    }

    @Test
    void standsUnderTheCountyOfThatDay() {
        var before = at(COUNTY, "?tree=" + MOVED.minusDays(1));
        var after = at(COUNTY, "?tree=" + MOVED);

        assertThat(addressed(before)).isEqualTo(4);
        assertThat(ids(before.path("children")))
                .as("what has moved away has no name here")
                .containsExactly(TOWNSHIP);
        assertThat(before.path("elsewhere").path("addressed").asInt()).isEqualTo(2);
        assertThat(after.path("elsewhere").isNull()).isTrue();
        assertThat(ids(at(CITY, "?unit=" + COUNTY + "&tree=" + MOVED.minusDays(1))
                        .path("children")))
                .containsExactly(MOVED_TOWNSHIP, TOWNSHIP);
        assertThat(before.path("tree").asString()).isEqualTo(MOVED.minusDays(1).toString());
        assertThat(addressed(after)).isEqualTo(2);
        assertThat(ids(after.path("children"))).containsExactly(TOWNSHIP);
        assertThat(dispatches
                        .progress(dispatch, NEW_COUNTY, "?tree=" + MOVED.minusDays(1))
                        .status())
                .isEqualTo(404);
        assertThat(addressed(at(NEW_COUNTY, "?tree=" + MOVED))).isEqualTo(2);
    }

    @Test
    void standsAtTheHeirOnceAVillageIsMerged() {
        assertThat(children(MERGED.minusDays(1))).containsExactly(7121L, 7122L);
        assertThat(children(MERGED)).containsExactly(7121L);
        assertThat(children(MERGED_AGAIN.minusDays(1))).containsExactly(7121L);
        assertThat(children(MERGED_AGAIN)).containsExactly(7123L);
        var heir = at(7123, "?tree=NOW");

        assertThat(addressed(heir)).isEqualTo(2);
        assertThat(signed(heir)).isEqualTo(1);
        assertThat(ids(dispatches.units(dispatch, 7123, "tree=NOW").json().path("items")))
                .containsExactly(7121L, 7122L);
        assertThat(ids(dispatches
                        .units(dispatch, 7123, "tree=NOW&state=signed")
                        .json()
                        .path("items")))
                .containsExactly(7122L);
    }

    @Test
    void nothingIsLostOnAnyDay() {
        for (var day = ISSUED; !day.isAfter(TODAY); day = day.plusDays(1)) {
            var city = at(CITY, "?tree=" + day);
            assertThat(addressed(city)).as("on " + day).isEqualTo(4);
            assertPartsAddUp(city);
            assertThat(units("tree=" + day)).as("on " + day).containsExactlyInAnyOrder(7111L, 7112L, 7121L, 7122L);
        }
    }

    /** As after a broker was lost: it is out since the day on which it was issued, not since it was told again. */
    @Test
    void isKnownSinceItWasIssuedAlsoWhenItIsToldAgain() {
        var again = PastTrees.task(dispatch)
                .getFirst()
                .replace(ISSUED + "T01:00:00Z", TODAY + "T00:00:00Z")
                .replace("\"addressed\":4", "\"addressed\":3,\"issuedAt\":\"" + ISSUED + "T01:00:00Z\"");
        EventSchemas.validate("task.dispatched.v1", again);
        broker.send(again);
        awaitAnnounced(3);
        assertThat(addressed(at(CITY, "?tree=" + ISSUED))).isEqualTo(4);

        // nor since the day on which a duplicate is heard that does not say it
        broker.send(PastTrees.task(dispatch).getFirst().replace(ISSUED + "T01:00:00Z", TODAY + "T00:00:00Z"));
        awaitAnnounced(4);
        assertThat(addressed(at(CITY, "?tree=" + ISSUED))).isEqualTo(4);
    }

    private void awaitAnnounced(int units) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.queryForObject("select announced from dispatch where id = ?", Integer.class, dispatch)
                        == units);
    }

    @Test
    void unitsComeInPagesThoughSeveralStandAtOnePlace() {
        var first = dispatches.units(dispatch, CITY, "tree=NOW&limit=1").json();
        var second = dispatches
                .units(
                        dispatch,
                        CITY,
                        "tree=NOW&limit=3&cursor=" + first.path("next").asString())
                .json();

        assertThat(ids(first.path("items"))).containsExactly(7121L);
        assertThat(ids(second.path("items"))).containsExactly(7122L, 7111L, 7112L);
    }

    @Test
    void countsWhatHasMovedAwayWhereItWasButShowsItWhereItIs() {
        var then = "tree=" + ISSUED;

        assertThat(addressed(at(COUNTY, "?" + then))).isEqualTo(4);
        assertThat(ids(dispatches.units(dispatch, COUNTY, then).json().path("items")))
                .containsExactly(7121L, 7122L);
        assertThat(dispatches
                        .progress(dispatch, COUNTY, "?unit=" + MOVED_TOWNSHIP + "&" + then)
                        .status())
                .isEqualTo(404);
        assertThat(addressed(at(NEW_COUNTY, "?unit=" + MOVED_TOWNSHIP + "&" + then)))
                .isEqualTo(2);
    }

    @Test
    void showsAnotherCountyNothing() {
        for (var query : List.of("unit=" + COUNTY + "&tree=NOW", "unit=" + TOWNSHIP + "&tree=" + ISSUED, "tree=NOW")) {
            assertThat(dispatches.progress(dispatch, OTHER_COUNTY, "?" + query).status())
                    .isEqualTo(404);
            assertThat(dispatches.units(dispatch, OTHER_COUNTY, query).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"THEN", "2026-13-01", "now", ""})
    void refusesATreeThatIsNone(String tree) {
        var answer = dispatches.progress(dispatch, CITY, "?tree=" + tree);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("progress.tree-unknown");
    }

    @Test
    void refusesDaysBeforeTheTaskAndDaysToCome(@Autowired Province province) {
        for (var day : List.of(ISSUED.minusDays(1), TODAY.plusDays(1)))
            assertThat(dispatches.progress(dispatch, CITY, "?tree=" + day).problem())
                    .isEqualTo("progress.tree-day-outside");
        province.settle();
        province.settleLine();
        assertThat(dispatches
                        .progress(dispatch, Province.LINE_COMMITTEE, "?by=LINE&tree=NOW")
                        .problem())
                .isEqualTo("progress.tree-block-only");
        jdbc.update("update unit set line_path = null");
    }

    @Test
    void aCorrectedPastIsForgotten() {
        var message = PastTrees.neverMoved(4);
        EventSchemas.validate("organization.unit-changed.v1", message);
        broker.send(message);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        jdbc.queryForList("select unit from unit_stay where unit = ?", MOVED_TOWNSHIP))
                .isEmpty());
        new PastTrees(broker, jdbc).settle();
        assertThat(jdbc.queryForList("select unit from unit_stay where unit = ?", MOVED_TOWNSHIP))
                .as("an older state told again")
                .isEmpty();
        jdbc.update("delete from unit_past where unit = ?", MOVED_TOWNSHIP);
    }

    private List<Long> children(LocalDate day) {
        return ids(at(TOWNSHIP, "?tree=" + day).path("children"));
    }

    private List<Long> units(String query) {
        return ids(dispatches.units(dispatch, CITY, query).json().path("items"));
    }

    private JsonNode at(long unit, String query) {
        return dispatches.progress(dispatch, unit, query).json();
    }

    private static int addressed(JsonNode view) {
        return view.path("unit").path("figures").path("addressed").asInt();
    }

    private static int signed(JsonNode view) {
        return view.path("unit").path("figures").path("signed").asInt();
    }
}
