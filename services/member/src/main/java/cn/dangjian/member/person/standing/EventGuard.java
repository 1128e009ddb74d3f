package cn.dangjian.member.person.standing;

import java.time.LocalDate;

/** A room whose cases make events: it says what people cannot do to them by hand, past the case. */
public interface EventGuard {

    /** Refuses that an event of somebody is struck, if it is not to be; he is held. */
    default void refuseStrike(MemberId member, MemberEvent event) {}

    /** Refuses that something is written down of old papers (补录), if it is not to be; he is held. */
    default void refuseEntry(MemberId member, LocalDate day) {}
}
