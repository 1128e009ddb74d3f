package cn.dangjian.statistics.figure.show;

import java.time.LocalDate;

/** With which month figures are compared. */
public enum Compare {
    /** 环比. */
    LAST_MONTH,
    /** 同比. */
    LAST_YEAR;

    LocalDate before(LocalDate month) {
        return switch (this) {
            case LAST_MONTH -> month.minusMonths(1);
            case LAST_YEAR -> month.minusYears(1);
        };
    }
}
