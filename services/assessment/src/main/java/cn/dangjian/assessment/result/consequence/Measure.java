package cn.dangjian.assessment.result.consequence;

/** What people can decide (问责阶梯), from the mildest on. */
enum Measure {
    /** 提醒. */
    REMINDER,
    /** 警示. */
    WARNING,
    /** 约谈. */
    INTERVIEW,
    /** 诫勉. */
    ADMONITION,
    /** 通报. */
    CIRCULAR,
    /** 取消评先评优资格. */
    NO_AWARDS,
    /** 年度内不得提拔重用. */
    NO_PROMOTION,
    /** 组织处理. */
    HANDLING,
    /** 调整岗位或降职. */
    REASSIGNMENT
}
