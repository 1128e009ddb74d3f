package cn.dangjian.statistics.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A task that was dispatched.
 *
 * @param issuer the unit that dispatched it
 * @param hierarchy by which it went down
 * @param issuedOn the day in Beijing
 * @param announced how many units task says it addressed
 */
public record Dispatch(
        DispatchId id,
        String number,
        String title,
        UnitId issuer,
        Hierarchy hierarchy,
        Instant deadline,
        LocalDate issuedOn,
        int announced) {

    public boolean isOverdueAt(Instant now) {
        return now.isAfter(deadline);
    }
}
