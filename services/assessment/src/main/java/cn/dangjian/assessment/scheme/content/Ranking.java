package cn.dangjian.assessment.scheme.content;

/** How often units are ranked; more than once a year is refused. */
public enum Ranking {
    NEVER,
    YEARLY,
    QUARTERLY,
    MONTHLY
}
