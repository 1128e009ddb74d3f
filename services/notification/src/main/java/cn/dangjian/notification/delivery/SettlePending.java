package cn.dangjian.notification.delivery;

import cn.dangjian.notification.feed.Feed;
import cn.dangjian.notification.roster.PostsObserver;
import cn.dangjian.platform.directory.UnitObserver;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Settles pending receipts of units that got somebody to receive them, became known, or were abolished. */
@Component
class SettlePending implements PostsObserver, UnitObserver {

    private final DeliveryRepository deliveries;
    private final Feed feed;
    private final AnnounceSettled announceSettled;
    private final Clock clock;

    SettlePending(DeliveryRepository deliveries, Feed feed, AnnounceSettled announceSettled, Clock clock) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.announceSettled = announceSettled;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void staffed(Set<Long> units) {
        settle(units);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void unitsChanged(List<Change> changes) {
        settle(changes.stream().map(change -> change.after().id().value()).toList());
    }

    private void settle(Collection<Long> units) {
        long position = feed.lock();
        var now = clock.instant();
        announceSettled.announce(deliveries.settle(units, position, now), now);
    }
}
