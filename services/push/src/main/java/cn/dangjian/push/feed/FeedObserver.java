package cn.dangjian.push.feed;

import java.util.List;

/** Whoever wants to know what was delivered. */
public interface FeedObserver {

    /** Called by one thread, in the order of positions, each once; must not wait. */
    void delivered(List<Item> items);
}
