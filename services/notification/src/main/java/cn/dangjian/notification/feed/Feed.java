package cn.dangjian.notification.feed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives positions, to one transaction at a time: their order is the order of commits. */
@Component
public class Feed {

    private final FeedRepository feed;
    private final FeedPublisher publisher;

    Feed(FeedRepository feed, FeedPublisher publisher) {
        this.feed = feed;
        this.publisher = publisher;
    }

    /** The last position given; nobody else gives any until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock() {
        return feed.lock();
    }

    /** Moves the feed on to a position, and tells those who listen after the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(long position, List<FeedPart> parts) {
        feed.advance(position);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                parts.forEach(publisher::offer);
            }
        });
    }

    /** The last position given by a transaction that has committed. */
    public long head() {
        return feed.head();
    }
}
