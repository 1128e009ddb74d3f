package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;

/**
 * What units had in a month that stand somewhere else today, or have an heir.
 *
 * @param month the one in which they had it
 * @param then the path at which it is counted on the tree of that month
 * @param now the path at which it is counted on today's
 */
record Moved(LocalDate month, String then, String now, String measure, String slot, long value) {

    /** What it adds to the sum at and below a path, if that is taken on today's tree. */
    long at(String path) {
        return (now.startsWith(path) ? value : 0) - (then.startsWith(path) ? value : 0);
    }

    /** What it adds to what a unit itself has. */
    long own(long unit, String path) {
        boolean wasIts = TreePath.unit(then) == unit;
        return now.equals(path) ? (wasIts ? 0 : value) : (wasIts ? -value : 0);
    }
}
