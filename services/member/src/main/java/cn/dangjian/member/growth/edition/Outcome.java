package cn.dangjian.member.growth.edition;

/** How a step ended. */
public enum Outcome {
    DONE,
    /** Not passed, not approved, not agreed to. */
    FAILED,
    /** 延长预备期. */
    EXTENDED,
    /** 取消预备党员资格. */
    CANCELLED
}
