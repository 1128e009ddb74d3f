package cn.dangjian.organization.people.telling;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the Party team of a unit stands.
 *
 * @param quota how many seats it should have, of the posts that have a quota
 * @param filled how many of those are held
 * @param secretary whether somebody is its secretary; null if it has no quota for one
 * @param dueOn the first day after the term that serves; null if none does
 * @param asOf the day on which it was looked; null of what was told before days were kept
 * @param version of what was told; 0 if nothing was
 */
record TeamState(
        long unitId,
        int quota,
        int filled,
        @Nullable Boolean secretary,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate asOf,
        long version) {

    boolean says(TeamState other) {
        return quota == other.quota
                && filled == other.filled
                && Objects.equals(secretary, other.secretary)
                && Objects.equals(dueOn, other.dueOn);
    }

    TeamState next(long before) {
        return new TeamState(unitId, quota, filled, secretary, dueOn, asOf, before + 1);
    }
}
