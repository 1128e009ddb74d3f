package cn.dangjian.statistics.progress;

import cn.dangjian.statistics.tally.Figures;

/**
 * Figures of some units at a moment.
 *
 * @param spared how many of those that have not handed in have a date of their own that has not come
 */
record Count(Figures figures, long spared) {

    static final Count NONE = new Count(Figures.NONE, 0);

    /** 逾期: not handed in, though the date is past. No unit's own date is earlier than the deadline. */
    long overdue(boolean deadlinePassed) {
        return deadlinePassed ? figures.unsubmitted() - spared : 0;
    }

    Count plus(Count other) {
        return new Count(figures.plus(other.figures), spared + other.spared);
    }

    Count minus(Count other) {
        return new Count(figures.minus(other.figures), spared - other.spared);
    }
}
