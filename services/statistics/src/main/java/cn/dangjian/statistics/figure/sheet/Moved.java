package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What units had in a month that stand somewhere else today, or have an heir.
 *
 * @param month the one in which they had it
 * @param then the path at which it is counted on the tree of that month
 * @param now the path at which it is counted on today's
 */
record Moved(LocalDate month, String then, String now, String measure, String slot, long value) {

    /** What it adds to the sum of all at and below a unit, if that is taken on today's tree. */
    long at(long unit) {
        return (isBelow(now, unit) ? value : 0) - (isBelow(then, unit) ? value : 0);
    }

    private static boolean isBelow(String path, long unit) {
        return TreePath.units(path).contains(unit);
    }

    /** What it adds to what a unit itself has. */
    long own(long unit) {
        return (TreePath.unit(now) == unit ? value : 0) - (TreePath.unit(then) == unit ? value : 0);
    }

    /** What it adds to sums of units as far as they stand below a parent. */
    record Shift(long parent, long unit, long value) {}

    /**
     * What it adds to the sums that are shown below a unit.
     *
     * @param headingsThen groups of division codes below the unit: nobody is there, and what is below stands here
     * @param headingsNow the same, as it is today
     */
    List<Shift> below(long unit, Set<Long> headingsThen, Set<Long> headingsNow) {
        var shifts = new ArrayList<Shift>();
        var came = step(now, unit, headingsNow);
        var left = step(then, unit, headingsThen);
        if (came.equals(left)) return List.of();
        came.ifPresent(step -> shifts.add(new Shift(step.parent, step.child, value)));
        left.ifPresent(step -> shifts.add(new Shift(step.parent, step.child, -value)));
        return shifts;
    }

    private record Step(long parent, long child) {}

    /** From a unit down to whoever is shown below it, on the way to a path. */
    private static Optional<Step> step(String path, long unit, Set<Long> headings) {
        var above = new HashSet<>(headings);
        above.add(unit);
        var units = TreePath.units(path);
        int at = units.indexOf(unit);
        if (at < 0) return Optional.empty();
        while (at < units.size() && above.contains(units.get(at))) at++;
        return at == units.size() ? Optional.empty() : Optional.of(new Step(units.get(at - 1), units.get(at)));
    }
}
