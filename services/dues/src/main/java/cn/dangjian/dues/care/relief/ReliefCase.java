package cn.dangjian.dues.care.relief;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a branch has proposed, and what became of it.
 *
 * @param most what he is to pay a month at most; 0.00 if nothing
 * @param to the last month
 * @param document of the branch's study
 * @param decision the document by which it was granted
 * @param countsTo the last month for which it counts; null if it counts for none
 * @param endDocument by which it was ended before its time
 */
record ReliefCase(
        long id,
        long member,
        UnitId unit,
        String unitName,
        State state,
        Yuan most,
        YearMonth from,
        YearMonth to,
        String document,
        String reason,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable YearMonth countsTo,
        @Nullable String endDocument,
        long version) {

    /** Where it stands. */
    enum State {
        /** 支部提出. */
        PROPOSED,
        /** 批准. */
        GRANTED,
        /** 不予批准. */
        REFUSED,
        /** 撤回. */
        WITHDRAWN,
        /** 终止: he does not pay here any more. */
        LAPSED
    }
}
