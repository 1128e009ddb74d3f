package cn.dangjian.member.person.standing;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody was for a time.
 *
 * @param fromOn its first day
 * @param toOn its last day; {@link #OPEN} if it goes on
 * @param unitId to which unit he belonged; null as long as nobody has written that down
 * @param lost whether nobody knew where he was
 */
public record Period(
        MemberId memberId,
        LocalDate fromOn,
        LocalDate toOn,
        Status status,
        @Nullable UnitId unitId,
        @Nullable MemberClass memberClass,
        boolean lost) {

    /** The last day of what goes on. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    public boolean holds(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(toOn);
    }
}
