package cn.dangjian.task.urge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of the ladder (督办阶梯), in their order, and urging by hand. */
enum Step {
    /** 首次提醒, some working days before the deadline. */
    FIRST("task.urge.first.days"),
    /** 再次提醒. */
    SECOND("task.urge.second.days"),
    /** 末次提醒. */
    THIRD("task.urge.third.days"),
    /** 到期: on the day of the deadline. */
    DUE(null),
    /** 逾期: the deadline has passed. */
    OVERDUE(null),
    /** 上报一级: the tier above the late unit is told, some working days after the deadline. */
    UP("task.urge.up.days"),
    /** 人工催办: the issuer's word. */
    HAND(null);

    /** What is gone through by itself. */
    static final List<Step> LADDER = List.of(FIRST, SECOND, THIRD, DUE, OVERDUE, UP);

    private final @Nullable String rule;

    Step(@Nullable String rule) {
        this.rule = rule;
    }

    /** The rule that says its working days; null if it has none. */
    @Nullable
    String rule() {
        return rule;
    }

    boolean isBefore() {
        return compareTo(DUE) < 0;
    }
}
