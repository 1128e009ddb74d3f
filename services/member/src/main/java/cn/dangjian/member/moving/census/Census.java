package cn.dangjian.member.moving.census;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 *
 * @param unit for which subtree
 * @param countedOn of whom it asks: the members of that day
 * @param deadline by when all units are to have closed
 * @param closedAt when the unit that opened it closed it; null while it goes on
 */
record Census(
        long id,
        UnitId unit,
        String unitName,
        int year,
        LocalDate countedOn,
        LocalDate deadline,
        String document,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {

    /** What became of somebody; none of them changes who he is (U-13). */
    enum Result {
        /** 在册. */
        IN_PLACE,
        /** 失联: a case may be opened. */
        LOST,
        /** 口袋党员: carries his papers with him. */
        POCKET,
        /** 转出未接: was sent on, and has not arrived. */
        NOT_ARRIVED,
        /** Something else, which the note says. */
        OTHER
    }

    /**
     * Somebody of whom it asks.
     *
     * @param unit to which he belonged on the day of the count
     * @param result null until somebody has said it
     */
    record Entry(
            long member,
            String name,
            UnitId unit,
            @Nullable Result result,
            @Nullable String note) {}
}
