package cn.dangjian.organization.tree;

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
 */
public record Approval(Reason reason, @Nullable String document, LocalDate on, String subject, Instant at) {

    /** What has happened to a unit. */
    public enum Reason {
        ESTABLISHED,
        RENAMED,
        MOVED,
        ABOLISHED,
        IMPORTED
    }
}
