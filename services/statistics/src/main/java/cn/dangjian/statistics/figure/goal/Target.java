package cn.dangjian.statistics.figure.goal;

import cn.dangjian.platform.web.version.Versioned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * 目标: what a measure at and below a unit should be from a month on, until another one of a later month.
 *
 * @param value a number; of a measure of what happens, of each month
 * @param rate a share of the measure that the catalogue names
 * @param setBy the unit itself or one above it
 */
public record Target(
        long id,
        long unitId,
        String measure,
        LocalDate fromMonth,
        @Nullable Long value,
        @Nullable BigDecimal rate,
        long setBy,
        String document,
        long version)
        implements Versioned {

    YearMonth month() {
        return YearMonth.from(fromMonth);
    }

    /** Neither: from this month on there is none. */
    boolean isSomething() {
        return value != null || rate != null;
    }
}
