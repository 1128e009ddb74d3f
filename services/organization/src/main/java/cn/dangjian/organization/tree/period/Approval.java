package cn.dangjian.organization.tree.period;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why and since when a unit is as it is.
 *
 * @param document the number of the approval document (批准文号); null for an import
 * @param on the day on which the change takes effect
 * @param subject on whose behalf
 * @param at when it was entered
 * @param change the proposal (变更申请) that was approved; null for an import
 */
public record Approval(
        Reason reason,
        @Nullable String document,
        LocalDate on,
        String subject,
        Instant at,
        @Nullable Long change) {

    /** What has happened to a unit. */
    public enum Reason {
        /** 设立. */
        ESTABLISHED,
        /** 更名. */
        RENAMED,
        /** 升格. */
        UPGRADED,
        /** 降格. */
        DOWNGRADED,
        /** 改隶. */
        MOVED,
        /** 合并. */
        MERGED,
        /** 分设. */
        SPLIT,
        /** 撤销. */
        ABOLISHED,
        /** 条线接管: a committee of a line supervises it from then on. */
        SUPERVISED,
        /** 条线解除. */
        RELEASED,
        /** 导入. */
        IMPORTED
    }
}
