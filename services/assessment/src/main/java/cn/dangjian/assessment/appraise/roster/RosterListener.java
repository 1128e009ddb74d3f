package cn.dangjian.assessment.appraise.roster;

import cn.dangjian.assessment.appraise.roster.RosterTable.Post;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears who holds which post; each row keeps the version that told it, so that no order of events does harm. */
@Component
class RosterListener {

    private final RosterTable roster;

    RosterListener(RosterTable roster) {
        this.roster = roster;
    }

    /** Of {@code identity.posts-changed.v1}. */
    record PostsChanged(List<PostState> posts) {}

    record PostState(long post, long unit, long account, String duty, boolean active) {}

    @Hears(value = "identity.posts-changed.v1", order = Order.OWN)
    void on(List<Event<PostsChanged>> events) {
        roster.save(events.stream()
                .flatMap(event -> event.data().posts().stream().map(state -> post(state, event.version())))
                .sorted(Comparator.comparingLong(Post::post))
                .toList());
    }

    private static Post post(PostState state, long version) {
        return new Post(state.post(), state.unit(), state.account(), state.duty(), state.active(), version);
    }
}
