package cn.dangjian.identity.post;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import java.time.Clock;
import java.time.LocalDate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the posts of units whose last day, known before, has come, and of headings that had some before they were known as such. */
@Service
class EndPosts {

    private final Accounts accounts;
    private final PostRepository posts;
    private final PostAnnouncements announcements;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndPosts(
            Accounts accounts,
            PostRepository posts,
            PostAnnouncements announcements,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.announcements = announcements;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
    @SchedulerLock(name = "end-posts")
    void end() {
        while (Boolean.TRUE.equals(transaction.execute(status -> endSome()))) {
            // one chunk after the other, so that no transaction grows long
        }
    }

    private boolean endSome() {
        var ended = posts.listOfEndedUnits(LocalDate.ofInstant(clock.instant(), Post.CHINA));
        if (ended.isEmpty()) return false;
        var ids = ended.stream().map(Post::id).toList();
        posts.end(ids, clock.instant());
        announcements.announce(ended.stream().map(Post::end).toList(), null);
        accounts.endAccess(ids, Actor.PLATFORM);
        return true;
    }
}
