package cn.dangjian.member.growth.edition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step that can be next, and when.
 *
 * @param earliest null if it has no earliest day
 * @param latest null if the rules name none
 * @param most the latest day where the rule lets it be prolonged; null if it does not
 * @param provisional whether a notice of holidays that is yet to come may move one of the days
 */
public record Due(
        Step step,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate most,
        boolean provisional) {

    /** Whether a day is after the latest one. */
    public boolean isLate(LocalDate day) {
        return latest != null && day.isAfter(latest);
    }

    /** Whether a day is after all that the rule allows. */
    public boolean isOver(LocalDate day) {
        var last = most == null ? latest : most;
        return last != null && day.isAfter(last);
    }
}
