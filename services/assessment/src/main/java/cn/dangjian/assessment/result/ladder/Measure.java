package cn.dangjian.assessment.result.ladder;

import java.util.Locale;

/** What people can decide (问责阶梯), from the mildest on; what else there is to each stands in {@code rules/ladder.csv}. */
public enum Measure {
    /** 鼓励. */
    ENCOURAGEMENT,
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
    REASSIGNMENT;

    /** The rule that says in how many days it is carried out. */
    String days() {
        return "assessment.ladder." + rule() + ".days";
    }

    /** The rule that says in how many days it may be contested. */
    String appealDays() {
        return "assessment.ladder." + rule() + ".appeal.days";
    }

    private String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
