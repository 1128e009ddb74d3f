package cn.dangjian.identity.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.platform.events.Outbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Announces posts that are new or have changed, to the rooms of this service and to the house.
 *
 * <p>A post is always announced with the page of its neighbours: an import of thousands of units is a handful of
 * events, and what is said about one post keeps its order because it keeps its key.
 */
@Component
class PostAnnouncements {

    private final PostRepository posts;
    private final Outbox outbox;
    private final List<PostObserver> observers;

    PostAnnouncements(PostRepository posts, Outbox outbox, List<PostObserver> observers) {
        this.posts = posts;
        this.outbox = outbox;
        this.observers = observers;
    }

    void announce(Collection<Post> changed, @Nullable String subject) {
        if (changed.isEmpty()) return;
        tellRooms(changed.stream().map(Post::id).toList());
        var pages = changed.stream().collect(groupingBy(Post::page, TreeMap::new, toList()));
        var versions = posts.nextVersions(pages.keySet());
        outbox.appendAll(pages.entrySet().stream()
                .map(page -> entry(page.getKey(), versions, subject, page.getValue()))
                .toList());
    }

    /** Whoever changes one of these posts meanwhile tells of it behind this, in a later version of the page. */
    boolean announceAgain(long page) {
        if (!posts.reaches(page)) return false;
        var versions = posts.nextVersions(List.of(page));
        var all = posts.listOfPage(page);
        if (!all.isEmpty()) outbox.appendAll(List.of(entry(page, versions, null, all)));
        return true;
    }

    private static Outbox.Entry entry(long page, Map<Long, Long> versions, @Nullable String subject, List<Post> told) {
        return new Outbox.Entry(
                "identity.posts-changed.v1",
                "posts:" + page,
                versions.getOrDefault(page, 0L),
                subject,
                PostsChanged.of(told));
    }

    void tellRooms(Collection<Long> changed) {
        observers.forEach(observer -> observer.postsChanged(changed));
    }

    /** The data of {@code contracts/events/posts-changed.v1}: at most 500 posts, each with its whole state. */
    record PostsChanged(List<PostState> posts) {

        static PostsChanged of(List<Post> posts) {
            return new PostsChanged(posts.stream().map(PostState::of).toList());
        }

        record PostState(long post, long unit, long account, String duty, boolean active) {

            static PostState of(Post post) {
                return new PostState(post.id(), post.unit(), post.account().value(), post.duty(), post.active());
            }
        }
    }
}
