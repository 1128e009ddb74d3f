package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A task that a unit dispatched to units below it (任务派送, TSK-01).
 *
 * @param number the natural number, {@code <issuer's code>-<year>-<sequence>}
 * @param goal what is done when the task is done, in words that can be measured (TSK-02)
 * @param materialRequired whether a paper that proves it is handed in with it: a decision, minutes; no photo
 * @param hierarchy by which it went down, and by which what is handed in is reviewed
 * @param addressed how many units it went to
 * @param line where it stands among those that relay the same task
 */
public record Dispatch(
        DispatchId id,
        String number,
        UnitId issuerId,
        String title,
        String text,
        String goal,
        OffsetDateTime deadline,
        boolean materialRequired,
        Target target,
        Hierarchy hierarchy,
        int addressed,
        AccountId issuedBy,
        OffsetDateTime issuedAt,
        long version,
        Line line) {

    /** A date as the table keeps it: what is asked for again, to the nanosecond, is then the same and no later one. */
    public static OffsetDateTime kept(OffsetDateTime date) {
        return date.truncatedTo(ChronoUnit.MICROS);
    }

    Dispatch numbered(String newNumber) {
        return new Dispatch(
                id,
                newNumber,
                issuerId,
                title,
                text,
                goal,
                deadline,
                materialRequired,
                target,
                hierarchy,
                addressed,
                issuedBy,
                issuedAt,
                version,
                line);
    }

    /** The same, now that it is stored. */
    Dispatch at(DispatchId newId) {
        return new Dispatch(
                newId,
                number,
                issuerId,
                title,
                text,
                goal,
                deadline,
                materialRequired,
                target,
                hierarchy,
                addressed,
                issuedBy,
                issuedAt,
                version,
                line.at(newId));
    }

    /** The same, now that units have it. */
    Dispatch to(int units) {
        return new Dispatch(
                id,
                number,
                issuerId,
                title,
                text,
                goal,
                deadline,
                materialRequired,
                target,
                hierarchy,
                units,
                issuedBy,
                issuedAt,
                version,
                line);
    }
}
