package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holds on every day, whatever was changed: a unit that exists has a parent that exists and may be above it. */
@Component
class Wholeness {

    private final Tree tree;
    private final Fits fits;

    Wholeness(Tree tree, Fits fits) {
        this.tree = tree;
        this.fits = fits;
    }

    /** The plan itself, if the tree stays whole from the day on. */
    Plan check(Plan.Made made, LocalDate on) {
        var known = new HashMap<>(tree.timelines(around(made, on)));
        made.changed().forEach(timeline -> known.put(timeline.unit(), timeline));

        for (var timeline : made.changed()) {
            var refusal = orphaned(timeline, known, on);
            if (refusal == null) refusal = left(timeline, known, on);
            if (refusal == null) refusal = unsupervised(timeline, known, on);
            if (refusal == null) refusal = leftInLine(timeline, known, on);
            if (refusal != null) return new Plan.Refused(refusal);
        }
        return made;
    }

    /** The parents of what was changed, and the units below it. */
    private Set<UnitId> around(Plan.Made made, LocalDate on) {
        var around = new HashSet<UnitId>();
        for (var timeline : made.changed()) {
            for (var period : timeline.periods()) {
                if (period.parent() != null) around.add(period.parent());
                if (period.line() != null) around.add(period.line());
            }
            around.addAll(tree.below(timeline.unit(), on));
            around.addAll(tree.supervised(timeline.unit(), on));
        }
        return around;
    }

    /**
     * Why a unit may not be where it would be; null if it may.
     *
     * @param known the units above it
     */
    @Nullable
    Refusal orphaned(Timeline timeline, Map<UnitId, Timeline> known, LocalDate on) {
        for (var period : timeline.periods()) {
            var refusal = period.to().isAfter(on) ? orphaned(period, known) : null;
            if (refusal != null) return refusal;
        }
        return null;
    }

    private @Nullable Refusal orphaned(Period period, Map<UnitId, Timeline> known) {
        var parentId = period.parent();
        if (period.ended() || parentId == null) return null;
        var parent = known.get(parentId);
        if (parent == null) return new Refusal.NoSuchUnit();
        if (!parent.existsThrough(period.from(), period.to()))
            return new Refusal.NotThen(
                    parent.last().name(), parent.existsOn(period.from()) ? parent.end() : period.from());
        for (var above : parent.periods()) {
            boolean common = above.from().isBefore(period.to()) && above.to().isAfter(period.from());
            if (common && !fits.isBelow(period.tier(), period.kind(), above)) return new Refusal.WrongTier();
        }
        return null;
    }

    /** Units that would stay below one that has ended, or that may not be below what it has become. */
    private @Nullable Refusal left(Timeline parent, Map<UnitId, Timeline> known, LocalDate on) {
        var left = new ArrayList<String>();
        for (var child : known.values()) {
            for (var period : child.periods()) {
                if (period.ended()
                        || !parent.unit().equals(period.parent())
                        || !period.to().isAfter(on)) continue;
                if (period.to().isAfter(parent.end())) left.add(period.name());
                else if (orphaned(period, known) != null) return new Refusal.WrongTier();
            }
        }
        return left.isEmpty() ? null : new Refusal.HasChildren(parent.last().name(), List.copyOf(left));
    }

    private @Nullable Refusal unsupervised(Timeline timeline, Map<UnitId, Timeline> known, LocalDate on) {
        for (var period : timeline.periods()) {
            var line = period.line();
            if (period.ended() || line == null || !period.to().isAfter(on)) continue;
            var by = known.get(line);
            if (by == null) return new Refusal.NoSuchUnit();
            if (!by.existsThrough(period.from(), period.to()))
                return new Refusal.NotThen(by.last().name(), by.existsOn(period.from()) ? by.end() : period.from());
        }
        return null;
    }

    /** Units that a committee would supervise after it has ended. */
    private @Nullable Refusal leftInLine(Timeline by, Map<UnitId, Timeline> known, LocalDate on) {
        var left = known.values().stream()
                .flatMap(unit -> unit.periods().stream())
                .filter(period -> !period.ended()
                        && by.unit().equals(period.line())
                        && period.to().isAfter(on)
                        && period.to().isAfter(by.end()))
                .map(Period::name)
                .distinct()
                .toList();
        return left.isEmpty() ? null : new Refusal.Supervises(by.last().name(), left);
    }
}
