package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.progress.ProgressQueries.ProgressView;
import cn.dangjian.statistics.progress.UnitQueries.UnitView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which tree the figures of a dispatch are shown (口径), and what of it a caller may see. */
interface Perspective {

    /** The day whose tree it is; null if figures are shown where they are counted. */
    @Nullable
    LocalDate day();

    /** Empty if the caller may not see it. */
    Optional<Standing> find(UnitId unit);

    /**
     * @param at a unit that was found
     * @param whole whether it sees the figures of all that was addressed, also of units that the caller sees no more
     */
    ProgressView getProgress(DispatchId dispatch, Standing at, boolean whole, @Nullable String after, int limit);

    /** @param at a unit that was found */
    List<UnitView> listUnits(DispatchId dispatch, Figure figure, Standing at, After after, int limit);

    /** Whether what somebody at or below a unit had to do is counted at another one, because the unit ended. */
    boolean hasPassedOn(DispatchId dispatch, Standing at);

    /** Where a page ends: at a place, merged units stand beside their heir. */
    record After(String path, long unit) {}
}
