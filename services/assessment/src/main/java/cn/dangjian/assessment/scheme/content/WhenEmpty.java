package cn.dangjian.assessment.scheme.content;

/** What a measure gives while there is nothing to measure: no task, nobody away. */
public enum WhenEmpty {
    /** All points. */
    FULL,
    /** 不适用: the indicator does not count, and the others are scaled to a hundred. */
    NOT_APPLICABLE
}
