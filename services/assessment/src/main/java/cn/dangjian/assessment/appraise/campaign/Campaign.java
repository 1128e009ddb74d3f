package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, and where it stands.
 *
 * @param unit who has opened it
 * @param path where that unit stands
 */
public record Campaign(
        long id,
        UnitId unit,
        String unitName,
        String path,
        State state,
        int year,
        ObjectSet objects,
        String title,
        Plan.Mode mode,
        LocalDate reportsFrom,
        LocalDate reportsUntil,
        LocalDate voteFrom,
        LocalDate voteUntil,
        int cut,
        int belowLeast,
        @Nullable Integer goodMost,
        long version) {

    /** Where it stands. */
    public enum State {
        /** 起草. */
        DRAFTED,
        /** 述职: reports are written. */
        REPORTING,
        /** 评议: sheets are given. */
        VOTING,
        /** 投票结束. */
        CLOSED,
        /** 已提出等次，待确认. */
        PROPOSED,
        /** 已定等次，待备案. */
        GRADED,
        /** 已备案. */
        FILED;

        /** Whether no sheet can be given any more. */
        public boolean isCounted() {
            return compareTo(CLOSED) >= 0;
        }
    }
}
