package cn.dangjian.member.person.standing;

/** A room that knows who is about to leave his unit. */
public interface Leaving {

    /** Whether somebody is on his way to another unit, and has not arrived. */
    boolean isLeaving(MemberId member);
}
