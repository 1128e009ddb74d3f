package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.progress.ProgressQueries.ProgressView;
import cn.dangjian.statistics.progress.UnitQueries.UnitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where figures stand: where they are counted, or on the tree of a day. */
@Component
class Perspectives {

    private final ProgressQueries counted;
    private final UnitQueries units;
    private final ProjectedQueries projected;
    private final Directory directory;
    private final DayTable trees;

    Perspectives(
            ProgressQueries counted,
            UnitQueries units,
            ProjectedQueries projected,
            Directory directory,
            DayTable trees) {
        this.counted = counted;
        this.units = units;
        this.projected = projected;
        this.directory = directory;
        this.trees = trees;
    }

    /** @param day null for where figures are counted */
    Perspective choose(@Nullable LocalDate day, Scope scope, Instant now) {
        return day == null ? new Counted(scope, now) : new OfDay(day, scope, now);
    }

    /** The sums that are kept. */
    private class Counted implements Perspective {

        private final Scope scope;
        private final Instant now;

        Counted(Scope scope, Instant now) {
            this.scope = scope;
            this.now = now;
        }

        @Override
        public @Nullable LocalDate day() {
            return null;
        }

        @Override
        public Optional<Standing> find(UnitId unit) {
            return directory
                    .find(unit, scope)
                    .map(found -> new Standing(found.id(), found.name(), found.tier(), scope.path(found)));
        }

        @Override
        public ProgressView getProgress(
                DispatchId dispatch, Standing at, boolean whole, @Nullable String after, int limit) {
            return counted.getProgress(dispatch, at, whole, scope, now, after, limit);
        }

        @Override
        public boolean hasPassedOn(DispatchId dispatch, Standing at) {
            return units.hasPassedOn(dispatch, at, scope);
        }

        @Override
        public List<UnitView> listUnits(DispatchId dispatch, Figure figure, Standing at, After after, int limit) {
            return units.listUnits(dispatch, figure, at, scope, now, after.path(), limit);
        }
    }

    /**
     * The tree of a day: figures count by that tree, but a unit is shown to those only to whom it belongs today. What has
     * moved away is counted where it was, in one sum without names.
     */
    private class OfDay implements Perspective {

        private final LocalDate day;
        private final Scope scope;
        private final Instant now;

        OfDay(LocalDate day, Scope scope, Instant now) {
            this.day = day;
            this.scope = scope;
            this.now = now;
        }

        @Override
        public LocalDate day() {
            return day;
        }

        @Override
        public Optional<Standing> find(UnitId unit) {
            return directory.find(unit, scope).flatMap(found -> trees.find(found.id(), day));
        }

        /** What stood below a unit on the day is counted there for everybody, and nothing else is. */
        @Override
        public ProgressView getProgress(
                DispatchId dispatch, Standing at, boolean whole, @Nullable String after, int limit) {
            return projected.getProgress(dispatch, at, day, scope, now, after, limit);
        }

        /** On the tree of a day nothing is passed on: it stands where its unit stood, or the heir. */
        @Override
        public boolean hasPassedOn(DispatchId dispatch, Standing at) {
            return false;
        }

        @Override
        public List<UnitView> listUnits(DispatchId dispatch, Figure figure, Standing at, After after, int limit) {
            return projected.listUnits(dispatch, figure, at, day, scope, now, after, limit);
        }
    }
}
