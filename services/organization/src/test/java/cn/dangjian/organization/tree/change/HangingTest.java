package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.part;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static cn.dangjian.organization.tree.change.Changes.split;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hangs on units that end goes on with others, or ends, as {@code hanging.properties} says: with whom, in which order. */
@ServiceTest
class HangingTest extends TwoVillages {

    @Test
    void whatAnAbolishedVillageHadEndsOrIsAtItsTownship() {
        long company = hung.registered(gone);
        hung.grid(gone);
        hung.team(gone);
        hung.people(gone);
        hung.field(gone);
        hung.contact(unit("0101"), gone);

        made(abolish(gone), DAY);

        var now = as("0101100", "/v1/register-units/" + company);
        assertThat(now.path("placeId").asLong()).isEqualTo(unit("0101100"));
        assertThat(now.path("cover").isNull()).isTrue();
        assertThat(hung.count("select count(*) from first_secretary where unit_id = ? and ended_on is null", gone))
                .isZero();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatASplitVillageHadIsAtTheFirstPart() {
        long company = hung.registered(gone);
        hung.field(gone);

        made(
                split(
                        gone,
                        false,
                        List.of(
                                part(code("0101100211"), "虚构东村", List.of()),
                                part(code("0101100212"), "虚构西村", List.of()))),
                DAY);

        assertThat(as("0101100", "/v1/register-units/" + company)
                        .path("placeId")
                        .asLong())
                .isEqualTo(unit("0101100211"));
        assertThat(hung.count("select count(*) from venue where unit_id = ?", unit("0101100211")))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void aHeirThatIsMergedTheDayAfterHandsOnWhatItGot() {
        long last = unit("0101100203");
        long company = hung.registered(gone);
        hung.field(gone);
        made(merge(List.of(gone), heir), TODAY.plusDays(1));
        made(merge(List.of(heir), last), TODAY.plusDays(2));
        var midnight = new Midnight(tree, jdbc);

        midnight.strike(TODAY.plusDays(2));

        assertThat(jdbc.sql("select place_id from register_state where register_id = ? order by valid_from")
                        .param(company)
                        .query(Long.class)
                        .list())
                .containsExactly(gone, heir, last);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
        midnight.backToToday();
    }

    @Test
    void aMergeThatWasWrittenDownLateFindsTheHeirOfTheHeir() {
        long last = unit("0101100203");
        long company = hung.registered(gone);
        made(merge(List.of(heir), last), DAY);

        made(merge(List.of(gone), heir), DAY.minusDays(1));

        assertThat(jdbc.sql("select place_id from register_state where register_id = ? order by valid_from")
                        .param(company)
                        .query(Long.class)
                        .list())
                .containsExactly(gone, heir, last);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatWasProposedOfAVillageThatHasEndedIsOver() {
        var proposed = changes.propose("", rename(gone, "虚构新名"), TODAY);

        made(abolish(gone), TODAY);

        var said = get("/v1/changes/" + proposed.json().path("id").asLong());
        assertThat(said.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(said.path("note").asString()).isEqualTo("撤销 虚组〔2026〕1号");
    }

    @Test
    void whatGoesToATownshipThatEndsOnTheSameDayGoesToItsHeir() {
        long town = unit("0101001");
        var day = TODAY.plusDays(1);
        long company = hung.registered(gone);
        hung.field(gone);
        made(abolish(gone), day);
        made(merge(List.of(unit("0101100")), town), day);
        var midnight = new Midnight(tree, jdbc);

        midnight.strike(day);

        assertThat(hung.count("select count(*) from venue where unit_id = ?", town))
                .isOne();
        assertThat(hung.count(
                        "select count(*) from register_state where register_id = ? and place_id = ? and valid_from = ?",
                        company,
                        town,
                        day))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
        midnight.backToToday();
    }
}
