package cn.dangjian.platform.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a province or county has set for its subtree instead of a regulation's value.
 *
 * @param path of the unit that set it
 * @param value null if nothing is asked there
 * @param document the number of the document that says so
 */
record Setting(
        long id,
        String rule,
        long unitId,
        String path,
        LocalDate since,
        @Nullable BigDecimal value,
        String document) {}
