package cn.dangjian.dues.rate.scale;

import java.util.Locale;

/** By what somebody pays; {@link #isFlat} for those of whom no pay is asked. */
public enum Scale {
    /** 按月领取工资的. */
    SALARY,
    /** 年薪制: what was received in the month. */
    ANNUAL,
    /** 个体经营者: the average monthly net income of the quarter before. */
    BUSINESS,
    /** 离退休. */
    PENSION,
    /** 农民. */
    FARMER,
    /** 学生. */
    STUDENT,
    /** 下岗失业. */
    UNEMPLOYED,
    /** 依靠抚恤或救济生活. */
    RELIEF,
    /** 领取当地最低生活保障金. */
    ALLOWANCE;

    /** Whether everybody of it pays the same amount. */
    public boolean isFlat() {
        return compareTo(FARMER) >= 0;
    }

    /** The rule that says how many fen a month. */
    public String flatRule() {
        return "dues.flat." + name().toLowerCase(Locale.ROOT);
    }
}
