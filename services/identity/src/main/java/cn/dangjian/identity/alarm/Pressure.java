package cn.dangjian.identity.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The failures of one account or from one address without a pause between.
 *
 * @param alarm the number of the alarm that was raised for it, if one was
 */
record Pressure(
        String target,
        int failures,
        Instant since,
        Instant last,
        @Nullable Long alarm) {

    /** Told when the limit is reached, and again each time that it has doubled; the last so many are new. */
    boolean isWorthTelling(int added, int limit) {
        return level(failures, limit) > level(failures - added, limit);
    }

    private static int level(int failures, int limit) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(failures / limit);
    }
}
