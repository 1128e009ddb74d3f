package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 届: one term of a unit's team.
 *
 * @param termYears what the rule said on the first day
 * @param dueOn the first day after the term, as the rule or an approval says
 * @param endedOn the first day on which the team serves no more; null while it serves
 */
public record Session(
        long id,
        UnitId unitId,
        int number,
        LocalDate startedOn,
        int termYears,
        LocalDate dueOn,
        @Nullable LocalDate endedOn,
        String document,
        long version)
        implements Versioned {

    /** What a term is on a day; it follows from the days and changes nobody's standing. */
    public enum Status {
        RUNNING,
        /** Due within the first warning's days. */
        EXPIRING,
        /** Serves past the rule's day, as approved. */
        EXTENDED,
        /** Past its due day, and nobody has been elected. */
        EXPIRED,
        ENDED
    }

    /** The first day after the term as the rule says it, whatever was approved. */
    public LocalDate regularlyDueOn() {
        return startedOn.plusYears(termYears);
    }

    public Status status(LocalDate day, Warnings warnings) {
        if (endedOn != null && !day.isBefore(endedOn)) return Status.ENDED;
        if (!day.isBefore(dueOn)) return Status.EXPIRED;
        if (!day.isBefore(regularlyDueOn())) return Status.EXTENDED;
        return warnings.of(dueOn, day) == null ? Status.RUNNING : Status.EXPIRING;
    }
}
