package cn.dangjian.identity.seat;

import cn.dangjian.platform.web.caller.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任职: a person on a post of a unit's team.
 *
 * @param post which one, as organization calls it
 * @param account with which the person signs in; null if organization knows none
 * @param toDay the first day on which the person is not there any more; null if no end is known
 * @param version the row version in organization
 */
public record Seat(
        long id,
        long unit,
        String post,
        @Nullable AccountId account,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        long version) {

    /** Whether from that day on nobody sits there any more, or nobody ever will. */
    public boolean isOver(LocalDate day) {
        return toDay != null && (!toDay.isAfter(day) || !toDay.isAfter(fromDay));
    }

    /** The last day, included; null if no end is known. */
    public @Nullable LocalDate lastDay() {
        return toDay == null ? null : toDay.minusDays(1);
    }

    /** Whether that account at that unit can be the person who sits there. */
    public boolean fits(AccountId whose, long where) {
        return unit == where && (account == null || account.equals(whose));
    }
}
