package cn.dangjian.organization.people.team;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 缺配 (ORG-12): what a unit lacks on one post, derived from its quota and its seats.
 *
 * @param quota how many there should be; null if nobody has set it
 * @param filled how many there are
 * @param missing how many are lacking; 0 if no quota is set
 * @param since from when on the first of them is lacking; null if none is, or if no term tells it
 */
record Vacancy(
        String post,
        String term,
        @Nullable Integer quota,
        int filled,
        int missing,
        @Nullable LocalDate since,
        @Nullable Long days) {

    static Vacancy of(
            String post,
            String term,
            @Nullable Integer quota,
            Collection<Seat> seats,
            @Nullable LocalDate began,
            LocalDate day) {
        int filled = filled(seats, day);
        int missing = quota == null ? 0 : Math.max(0, quota - filled);
        var since = quota == null || missing == 0 ? null : since(quota, seats, began, day);
        return new Vacancy(
                post, term, quota, filled, missing, since, since == null ? null : ChronoUnit.DAYS.between(since, day));
    }

    /** The last day on which the quota ceased to be filled; the term's first day if it never was. */
    private static @Nullable LocalDate since(
            int quota, Collection<Seat> seats, @Nullable LocalDate began, LocalDate day) {
        return seats.stream()
                .map(Seat::to)
                .filter(Objects::nonNull)
                .filter(to -> !to.isAfter(day))
                .filter(to -> filled(seats, to.minusDays(1)) >= quota)
                .max(Comparator.naturalOrder())
                .orElse(began);
    }

    private static int filled(Collection<Seat> seats, LocalDate day) {
        return (int) seats.stream().filter(seat -> seat.isHeldOn(day)).count();
    }
}
