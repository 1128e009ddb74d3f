package cn.dangjian.assessment.appraise.grade;

/** 综合等次, the best first. */
enum Level {
    /** 好. */
    GOOD,
    /** 较好. */
    FAIRLY_GOOD,
    /** 一般. */
    AVERAGE,
    /** 差. */
    POOR;

    boolean isBetterThan(Level other) {
        return compareTo(other) < 0;
    }
}
