package cn.dangjian.assessment.result.appeal;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit contests.
 *
 * @param unit whose score it is
 * @param heir who goes on with it since that one has ended; null if nothing has changed
 * @param ended whether it has ended with its unit, before anybody had decided
 * @param partOn the first day of the part of the year
 * @param day the one of which the score is contested
 * @param indicatorId 0 if it is the sum
 * @param indicator its code; null if it is the sum
 * @param points what it had that day, in hundredths; null where nothing applied
 */
record Appeal(
        long id,
        UnitId unit,
        String unitName,
        @Nullable UnitId heir,
        UnitId owner,
        String ownerName,
        State state,
        boolean ended,
        int year,
        LocalDate partOn,
        LocalDate day,
        long schemeId,
        long indicatorId,
        @Nullable String indicator,
        @Nullable Integer points,
        String words,
        long version) {

    /** Where it stands. */
    enum State {
        /** 已提出. */
        FILED,
        /** 已核查, and another person decides. */
        EXAMINED,
        /** 予以支持. */
        UPHELD,
        /** 不予支持. */
        REFUSED,
        /** 已撤回. */
        WITHDRAWN
    }
}
