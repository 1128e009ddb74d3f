package cn.dangjian.organization.tree.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One number of one regulation from a day on.
 *
 * @param value null if none is set
 * @param measure what it counts, for example {@code full members}
 * @param source the regulation and its article
 */
record Rule(
        String name,
        LocalDate since,
        @Nullable BigDecimal value,
        String measure,
        SetBy setBy,
        String source,
        String note) {

    /** The lowest tier that may set another value for its subtree. */
    enum SetBy {
        NOBODY,
        PROVINCE,
        COUNTY
    }
}
