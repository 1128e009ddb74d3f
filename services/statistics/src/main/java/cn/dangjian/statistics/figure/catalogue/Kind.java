package cn.dangjian.statistics.figure.catalogue;

/** How the values of a measure go with the months. */
public enum Kind {
    /** 时点: the value at the end of a month, or now in the open one; it goes on until something else is said. */
    STATE,
    /** 时期: what happened within the month. */
    FLOW
}
