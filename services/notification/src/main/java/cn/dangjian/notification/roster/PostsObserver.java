package cn.dangjian.notification.roster;

import java.util.Set;

/** A room that must do something when units get somebody who can receive. */
public interface PostsObserver {

    /** Runs in the transaction that changes the roster, after the rows were written. */
    void staffed(Set<Long> units);
}
