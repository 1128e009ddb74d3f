package cn.dangjian.task.person;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.task.person.PostTable.Holder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears who holds which post; each row keeps the version that told it, so that no order of events does harm. */
@Component
class PostListener {

    private final PostTable posts;

    PostListener(PostTable posts) {
        this.posts = posts;
    }

    record PostsChanged(List<PostState> posts) {
        record PostState(long post, long unit, long account, String duty, boolean active) {}
    }

    @Hears(value = "identity.posts-changed.v1", order = Order.OWN)
    void on(List<Event<PostsChanged>> events) {
        posts.save(events.stream()
                .flatMap(event -> event.data().posts().stream()
                        .map(post -> new Holder(
                                post.post(), post.unit(), post.account(), post.duty(), post.active(), event.version())))
                .toList());
    }
}
