package cn.dangjian.statistics.figure.sheet;

/** On which tree the figures of a month that is over are counted. */
public enum Tree {
    /** 当时的组织树: where units stood at the end of that month. */
    THEN,
    /** 现在的组织树: where they stand today; what a merged unit had is its heir's. */
    NOW
}
