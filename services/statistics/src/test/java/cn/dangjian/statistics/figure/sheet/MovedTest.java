package cn.dangjian.statistics.figure.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.figure.sheet.Moved.Shift;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a unit that stands somewhere else today adds to the sums on today's tree. */
class MovedTest {

    private static Moved moved(List<Long> then, List<Long> now) {
        return new Moved(LocalDate.of(2026, 1, 1), path(then), path(now), "org.units", "", 7);
    }

    private static String path(List<Long> units) {
        var path = new StringBuilder();
        for (long unit : units) path.append(TreePath.segment(unit));
        return path.toString();
    }

    @Test
    void whoeverIsAboveItBeforeAndAfterKeepsIt() {
        var moved = moved(List.of(1L, 2L, 4L), List.of(1L, 3L, 4L));

        assertThat(List.of(moved.at(1), moved.at(2), moved.at(3), moved.at(4))).containsExactly(0L, -7L, 7L, 0L);
        assertThat(moved.below(1, Set.of(), Set.of()))
                .containsExactlyInAnyOrder(new Shift(1, 3, 7), new Shift(1, 2, -7));
        assertThat(moved.below(3, Set.of(), Set.of())).containsExactly(new Shift(3, 4, 7));
        assertThat(moved.below(4, Set.of(), Set.of())).isEmpty();
    }

    /** It stands deeper than the one that moved: in there nothing is another one. */
    @Test
    void whatIsInsideWhoMovedStaysThere() {
        var moved = moved(List.of(1L, 2L, 4L, 5L, 6L), List.of(1L, 3L, 4L, 5L, 6L));

        assertThat(moved.at(5)).isZero();
        assertThat(moved.below(4, Set.of(), Set.of())).isEmpty();
        assertThat(moved.below(5, Set.of(), Set.of())).isEmpty();
    }

    @Test
    void anHeirHasItAsItsOwn() {
        var moved = moved(List.of(1L, 2L, 4L), List.of(1L, 2L, 5L));

        assertThat(moved.own(4)).isEqualTo(-7);
        assertThat(moved.own(5)).isEqualTo(7);
        assertThat(moved.own(2)).isZero();
        assertThat(moved.below(2, Set.of(), Set.of()))
                .containsExactlyInAnyOrder(new Shift(2, 5, 7), new Shift(2, 4, -7));
        // by the one above
        assertThat(moved(List.of(1L, 2L, 4L), List.of(1L, 2L)).below(2, Set.of(), Set.of()))
                .containsExactly(new Shift(2, 4, -7));
    }

    /** Nobody is where a group of division codes is: what is below stands above, where the group stood then or stands now. */
    @Test
    void groupsAreSteppedOver() {
        var moved = moved(List.of(1L, 2L, 9L, 4L), List.of(1L, 3L, 9L, 4L));

        assertThat(moved.below(2, Set.of(9L), Set.of())).containsExactly(new Shift(9, 4, -7));
        assertThat(moved.below(3, Set.of(), Set.of(9L))).containsExactly(new Shift(9, 4, 7));
        assertThat(moved.below(9, Set.of(), Set.of())).isEmpty();
    }

    /** Five digits of two units may look like another one. */
    @Test
    void whatLooksLikeAUnitAstrideTwoOthersIsNone() {
        long astride = TreePath.unit("00120");
        var moved = moved(List.of(TreePath.unit("00001"), TreePath.unit("20000")), List.of(5L));

        assertThat(path(List.of(TreePath.unit("00001"), TreePath.unit("20000"))))
                .contains("00120");
        assertThat(moved.at(astride)).isZero();
        assertThat(moved.below(astride, Set.of(), Set.of())).isEmpty();
    }
}
