package cn.dangjian.identity.post;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The posts, for the other rooms. */
@Service
public class Posts {

    private final PostAnnouncements announcements;

    Posts(PostAnnouncements announcements) {
        this.announcements = announcements;
    }

    /** Tells the house, and the rooms of this service, of posts that began or ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Collection<Post> changed, @Nullable String subject) {
        announcements.announce(changed, subject);
    }

    /**
     * Tells the house again of the posts of a page as they stand; the rooms of this service know them.
     *
     * @return whether there is this page, or one behind it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announceAgain(long page) {
        return announcements.announceAgain(page);
    }

    /** Tells only the rooms of this service: of posts that were given for a day to come, or ended before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellRooms(Collection<Long> changed) {
        announcements.tellRooms(changed);
    }
}
