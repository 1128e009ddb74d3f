package cn.dangjian.organization.people.posting;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A first secretary at a village.
 *
 * @param untilOn the first day after the term as planned
 * @param endedOn the first day without; null while nobody has ended it
 */
record Posting(
        long id,
        UnitId unitId,
        String name,
        @Nullable Long accountId,
        String sendingUnit,
        LocalDate fromOn,
        LocalDate untilOn,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        String document,
        long version) {

    /** Digits of yuan after the point. */
    static final int FEN = 2;

    /** What a posting is on a day; it follows from the days. */
    enum Status {
        COMING,
        SERVING,
        /** Past the planned term, and not ended. */
        OVERDUE,
        ENDED
    }

    /** @param fen money in fen; null where none is bound */
    record Bound(String kind, String title, @Nullable Long fen, LocalDate boundOn) {}

    /** Who manages it: one of the three parties, and the unit's name. */
    record Party(String party, String name) {}

    Status status(LocalDate day) {
        if (endedOn != null && !day.isBefore(endedOn)) return Status.ENDED;
        if (day.isBefore(fromOn)) return Status.COMING;
        return day.isBefore(untilOn) ? Status.SERVING : Status.OVERDUE;
    }
}
