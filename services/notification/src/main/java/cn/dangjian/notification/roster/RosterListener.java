package cn.dangjian.notification.roster;

import cn.dangjian.notification.roster.RosterRepository.Post;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Hears who holds which post; each row keeps the version that told it, so that no order of events does harm. */
@Component
class RosterListener {

    private final RosterRepository roster;
    private final PostsObserver observer;

    RosterListener(RosterRepository roster, PostsObserver observer) {
        this.roster = roster;
        this.observer = observer;
    }

    record PostsChanged(List<PostState> posts) {
        record PostState(long post, long unit, long account, String duty, boolean active) {}
    }

    @Hears(value = "identity.posts-changed.v1", order = Order.OWN)
    void on(List<Event<PostsChanged>> events) {
        var posts = new ArrayList<Post>();
        var staffed = new TreeSet<Long>();
        for (var event : events) {
            for (var state : event.data().posts()) {
                posts.add(new Post(
                        state.post(), state.unit(), state.account(), state.duty(), state.active(), event.version()));
                if (state.active()) staffed.add(state.unit());
            }
        }
        roster.save(posts);
        if (!staffed.isEmpty()) observer.staffed(staffed);
    }
}
