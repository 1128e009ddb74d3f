package cn.dangjian.identity.appointment;

import cn.dangjian.identity.post.Post;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任职: a post with the days of its holder.
 *
 * @param active whether it gives access
 * @param planned whether its first day is still to come
 * @param fromDay the first day; null for posts that began when they were opened
 * @param untilDay the last day, included; null if none is known
 * @param source the session or term that it comes from (届次), as its papers call it
 * @param seat the seat in the unit's team that it follows; null if it stands for itself
 * @param live false once it has ended for good
 */
public record Appointment(
        long id,
        AccountId account,
        long unit,
        String duty,
        boolean active,
        boolean planned,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @Nullable String source,
        @Nullable Long seat,
        boolean live,
        long version) {

    public Post post() {
        return new Post(id, account, unit, duty, active);
    }

    /** When access ends by itself; null if no day is known. */
    public @Nullable Instant end() {
        return untilDay == null
                ? null
                : untilDay.plusDays(1).atStartOfDay(Post.CHINA).toInstant();
    }

    public boolean isInForce(LocalDate today) {
        return active && (untilDay == null || !untilDay.isBefore(today));
    }

    boolean isOffice() {
        return duty.equals(Post.OFFICE);
    }

    /** Whether it would go on when nobody sits on its seat any more. */
    boolean isBeyondItsSeat(@Nullable LocalDate lastDay) {
        return seat != null && untilDay != null && lastDay != null && lastDay.isAfter(untilDay);
    }

    Appointment begin() {
        return in(true, false, untilDay, true);
    }

    Appointment until(@Nullable LocalDate lastDay) {
        return in(active, planned, lastDay, true);
    }

    /** It is over; its last day stays the one that was planned if that was earlier. */
    Appointment end(LocalDate today) {
        var last = untilDay != null && untilDay.isBefore(today) ? untilDay : today;
        return in(false, false, last, false);
    }

    private Appointment in(boolean nowActive, boolean nowPlanned, @Nullable LocalDate lastDay, boolean nowLive) {
        return new Appointment(
                id, account, unit, duty, nowActive, nowPlanned, fromDay, lastDay, source, seat, nowLive, version);
    }
}
