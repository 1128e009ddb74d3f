package cn.dangjian.member.person.standing;

/** A room whose cases make events: it says what people cannot do to them by hand, past the case. */
public interface EventGuard {

    /** Refuses that an event of somebody is struck, if it is not to be; he is held. */
    void refuseStrike(MemberId member, MemberEvent event);
}
