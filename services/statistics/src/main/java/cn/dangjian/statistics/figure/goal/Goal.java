package cn.dangjian.statistics.figure.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A target beside what there is.
 *
 * @param value the number that there should be; null if a share is the target
 * @param rate the share that there should be; null if a number is the target
 * @param reached how much of the target there is, 1 for all of it; null if the target is nothing, or there is no share
 */
public record Goal(
        @Nullable Long value,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal reached) {

    private static final int DIGITS = 4;

    /**
     * @param is the number that there is
     * @param share of the measure that the catalogue names; null if there is none
     */
    public static Goal of(Target target, long is, @Nullable BigDecimal share) {
        var rate = target.rate();
        var value = target.value();
        if (rate != null) return new Goal(null, rate, share == null ? null : quotient(share, rate));
        return new Goal(
                value, null, value == null ? null : quotient(BigDecimal.valueOf(is), BigDecimal.valueOf(value)));
    }

    private static @Nullable BigDecimal quotient(BigDecimal is, BigDecimal should) {
        return should.signum() == 0 ? null : is.divide(should, DIGITS, RoundingMode.HALF_UP);
    }
}
