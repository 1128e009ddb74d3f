package cn.dangjian.statistics.dispatch;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A task that was dispatched.
 *
 * @param issuer the unit that dispatched it
 * @param issuedOn the day in Beijing
 * @param announced how many units task says it addressed
 */
public record Dispatch(
        DispatchId id,
        String number,
        String title,
        UnitId issuer,
        Instant deadline,
        LocalDate issuedOn,
        int announced) {

    public boolean isOverdueAt(Instant now) {
        return now.isAfter(deadline);
    }
}
