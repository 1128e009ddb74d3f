package cn.dangjian.identity.post;

import java.util.Collection;

/** A room that must do something when posts are given or end. */
public interface PostObserver {

    /** Runs in the transaction that has written these posts; may hear of one that is what it was. */
    void postsChanged(Collection<Long> posts);
}
