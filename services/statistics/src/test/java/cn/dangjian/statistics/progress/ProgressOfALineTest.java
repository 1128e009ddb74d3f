package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.assertPartsAddUp;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.LINE_COMMITTEE;
import static cn.dangjian.testkit.Province.LINE_LONE_VILLAGE;
import static cn.dangjian.testkit.Province.LINE_TOWNSHIP;
import static cn.dangjian.testkit.Province.LINE_VILLAGE;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures of the second hierarchy (条): what a committee sees of those whom it supervises. */
class ProgressOfALineTest extends RunningStatistics {

    private static final List<Long> UNITS = List.of(VILLAGE, LINE_TOWNSHIP, LINE_VILLAGE, 11212L, LINE_LONE_VILLAGE);

    private long dispatch;

    @BeforeEach
    void aDispatch(@Autowired Province province) {
        province.settleLine();
        dispatch = dispatches.next();
        broker.send(
                Said.dispatched(dispatch, PROVINCE, LATER, UNITS.size()),
                Said.addressed(dispatch, 1, UNITS),
                Said.changed(dispatch, LINE_VILLAGE, 2, "SIGNED"));
        dispatches.awaitAddressed(dispatch, PROVINCE, UNITS.size());
    }

    @AfterEach
    void noLine() {
        jdbc.update("update unit set line_path = null");
    }

    @Test
    void everyLevelOfTheLineSeesItselfAndTheLevelBelow() {
        var committee =
                dispatches.progress(dispatch, LINE_COMMITTEE, "?by=LINE").json();
        var township = dispatches.progress(dispatch, LINE_TOWNSHIP, "?by=LINE").json();

        assertThat(committee.path("unit").path("figures").path("addressed").asInt())
                .isEqualTo(4);
        assertThat(ids(committee.path("children"))).containsExactly(LINE_TOWNSHIP, LINE_LONE_VILLAGE);
        assertPartsAddUp(committee);
        assertThat(township.path("unit").path("figures").path("addressed").asInt())
                .isEqualTo(3);
        assertThat(township.path("unit").path("own").path("addressed").asInt()).isEqualTo(1);
        assertThat(ids(township.path("children"))).containsExactly(LINE_VILLAGE, 11212L);
        assertThat(dispatches
                        .progress(dispatch, LINE_COMMITTEE, "?by=LINE&unit=" + LINE_TOWNSHIP)
                        .json()
                        .path("unit"))
                .isEqualTo(township.path("unit"));
    }

    @Test
    void everyNumberIsExplainedDownToTheUnit() {
        assertThat(listed("by=LINE")).containsExactly(LINE_TOWNSHIP, LINE_VILLAGE, 11212L, LINE_LONE_VILLAGE);
        assertThat(listed("by=LINE&state=signed")).containsExactly(LINE_VILLAGE);
        assertThat(listed("by=LINE&unit=" + LINE_TOWNSHIP)).containsExactly(LINE_TOWNSHIP, LINE_VILLAGE, 11212L);
        var first =
                dispatches.units(dispatch, LINE_COMMITTEE, "by=LINE&limit=3").json();
        assertThat(listed("by=LINE&limit=3&cursor=" + first.path("next").asString()))
                .containsExactly(LINE_LONE_VILLAGE);
    }

    @Test
    void showsNobodyElseTheLine() {
        assertThat(dispatches.progress(dispatch, COUNTY, "?by=LINE").problem()).isEqualTo("scope.no-line");
        assertThat(dispatches.progress(dispatch, LINE_COMMITTEE, "").status()).isEqualTo(404);
        assertThat(dispatches
                        .progress(dispatch, LINE_TOWNSHIP, "?by=LINE&unit=" + LINE_LONE_VILLAGE)
                        .status())
                .isEqualTo(404);
        assertThat(dispatches.progress(dispatch, OTHER_COUNTY, "?by=LINE").problem())
                .isEqualTo("scope.no-line");
    }

    @Test
    void aUnitThatLeavesTheLineTakesItsFiguresAlong() {
        broker.send(Province.changed(LINE_LONE_VILLAGE, System.nanoTime()));

        dispatches.awaitAddressed(dispatch, LINE_COMMITTEE, "?by=LINE", 3);
        assertThat(dispatches
                        .check(dispatch, PROVINCE)
                        .json()
                        .path("mismatches")
                        .isEmpty())
                .isTrue();
        assertThat(dispatches.rebuild(dispatch).json().path("corrected").asInt())
                .isZero();
    }

    @Test
    void aTotalOfALineThatIsNotTheSumOfItsPartsIsFound() {
        jdbc.update("update cell set signed = 7 where dispatch = ? and path = ?", dispatch, line(LINE_COMMITTEE));

        var mismatch = dispatches.check(dispatch, PROVINCE).json().path("mismatches");

        assertThat(ids(mismatch, "unit")).containsExactly(LINE_COMMITTEE);
        assertThat(dispatches.rebuild(dispatch).json().path("corrected").asInt())
                .isEqualTo(1);
        assertThat(jdbc.queryForMap(
                        "select signed from cell where dispatch = ? and path = ?", dispatch, line(LINE_COMMITTEE)))
                .isEqualTo(Map.of("signed", 1));
    }

    private static String line(long unit) {
        return Province.linePath(unit);
    }

    private List<Long> listed(String query) {
        return ids(dispatches.units(dispatch, LINE_COMMITTEE, query).json().path("items"));
    }
}
