package cn.dangjian.identity.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任期: what for, from which day to which, and out of which session.
 *
 * @param until the last day, included; null if none is known
 */
record Term(
        String duty,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String source) {

    /** A term that ends before it begins, or that is over already, gives nothing. */
    boolean isPossible(LocalDate today) {
        return until == null || (!until.isBefore(from) && !until.isBefore(today));
    }
}
