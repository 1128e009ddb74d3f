package cn.dangjian.platform.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One number of one regulation from a day on.
 *
 * @param value null if none is set
 * @param measure what it counts, for example {@code full members}
 * @param source the regulation and its article
 * @param certainty V: its text was read; S: seen in a secondary source only; K: known and not verified; empty: not said
 */
record Rule(
        String name,
        LocalDate since,
        @Nullable BigDecimal value,
        String measure,
        SetBy setBy,
        String source,
        String certainty,
        String note) {

    /** The lowest tier that may set another value for its subtree. */
    enum SetBy {
        NOBODY,
        PROVINCE,
        COUNTY
    }
}
