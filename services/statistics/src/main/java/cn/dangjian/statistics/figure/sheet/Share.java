package cn.dangjian.statistics.figure.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** 占比: a part of a whole, rounded once. */
public final class Share {

    private static final int DIGITS = 4;

    private Share() {}

    /** Null if the whole is nothing. */
    public static @Nullable BigDecimal of(long part, long whole) {
        if (whole == 0) return null;
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
