package cn.dangjian.organization.people.staff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * 流动率 (ORG-18): how many of a type came and went in a year.
 *
 * @param atStart how many there were before its first day; {@code atStart + joined - departed = atEnd}
 */
record Turnover(String type, int atStart, int joined, int departed, int atEnd) {

    private static final BigDecimal PERCENT_OF_HALF = BigDecimal.valueOf(200);

    /** Those who left in percent of the mean of start and end; null where there was nobody. */
    @Nullable
    BigDecimal percent() {
        if (atStart + atEnd == 0) return null;
        return PERCENT_OF_HALF
                .multiply(BigDecimal.valueOf(departed))
                .divide(BigDecimal.valueOf(atStart + atEnd), 1, RoundingMode.HALF_UP);
    }
}
