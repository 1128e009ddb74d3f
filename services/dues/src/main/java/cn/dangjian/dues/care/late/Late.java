package cn.dangjian.dues.care.late;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How late somebody is. What was paid settles the oldest month first; only months that are over count, and those of which
 * nothing is owed end a row.
 *
 * @param months the longest row of open months, one after the other
 * @param since the first of that row; null if none is open
 * @param openMonths all that are open
 * @param fen what is open of them
 */
public record Late(long member, int months, @Nullable LocalDate since, int openMonths, long fen) {

    /** Somebody of whom nothing is open. */
    static Late none(long member) {
        return new Late(member, 0, null, 0, 0);
    }

    /** The last month of the row; null if none is open. */
    public @Nullable LocalDate until() {
        return since == null ? null : since.plusMonths(months - 1L);
    }
}
