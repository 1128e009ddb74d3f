package cn.dangjian.assessment.scheme.content;

/** 领域: which units of a kind, as the tree has them. */
public enum Domain {
    /** 城市. */
    URBAN,
    /** 农村. */
    RURAL
}
