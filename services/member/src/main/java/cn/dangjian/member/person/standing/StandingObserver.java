package cn.dangjian.member.person.standing;

import java.util.List;

/** A room that must do something when it changes who people are or were. */
public interface StandingObserver {

    /** Somebody's periods, whole; {@code before} is empty for whoever is new. */
    record Change(MemberId member, List<Period> before, List<Period> after) {}

    /** Runs in the transaction that changes them, after the rows were written. */
    void standingsChanged(List<Change> changes);
}
