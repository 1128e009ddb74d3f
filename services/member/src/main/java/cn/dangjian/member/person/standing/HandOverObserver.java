package cn.dangjian.member.person.standing;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/** A room that keeps something by unit beside its cases: what it keeps goes over as the unit's members do. */
public interface HandOverObserver {

    /**
     * That a unit hands over to another one.
     *
     * @param from the one that ended, or of which a part was made a unit of its own
     * @param on from which day on
     * @param note why, for people to read
     * @param subject on whose behalf, for example {@code account:17}
     */
    record HandOver(UnitId from, UnitId to, LocalDate on, String note, String subject, Instant at) {}

    /** Some of its members went over, and it has others; runs in that transaction, after they went. */
    default void membersWent(HandOver handOver, Collection<MemberId> members) {}

    /**
     * All that is left of it goes over, and its members do next; runs in that transaction, before the cases go over of
     * which no room says anything, and again if it is heard again.
     */
    default void unitWent(HandOver handOver) {}
}
