package cn.dangjian.dues.paper.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What member is asked.
 *
 * @param account who has the paper printed
 * @param post from which post; null if it is his own
 * @param unit from which unit; null if it is his own
 */
record Asked(
        List<Long> members,
        long account,
        @Nullable Long post,
        @Nullable Long unit,
        String purpose) {}
