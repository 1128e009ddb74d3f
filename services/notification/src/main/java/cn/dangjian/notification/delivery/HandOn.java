package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.DeliveryRepository.Address;
import cn.dangjian.notification.delivery.DeliveryRepository.Settled;
import cn.dangjian.notification.delivery.HandedTable.Handed;
import cn.dangjian.notification.feed.Feed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 移交: what a unit that ended had in its inbox is delivered to the heir that goes on with it. */
@Component
class HandOn {

    private final HandedTable handed;
    private final DeliveryRepository deliveries;
    private final Feed feed;
    private final AnnounceSettled announceSettled;
    private final Clock clock;

    HandOn(HandedTable handed, DeliveryRepository deliveries, Feed feed, AnnounceSettled announceSettled, Clock clock) {
        this.handed = handed;
        this.deliveries = deliveries;
        this.feed = feed;
        this.announceSettled = announceSettled;
        this.clock = clock;
    }

    /** What was heard of before is skipped; what is not addressed here yet waits until it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handOn(List<Handed> heard) {
        if (heard.isEmpty()) return;
        long position = feed.lock();
        var now = clock.instant();
        announceSettled.announce(deliver(handed.save(heard), position, now), now);
    }

    /**
     * Of addresses that have just become receipts, those whose unit had ended before.
     *
     * @param position the last position given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Settled> handOn(Collection<Address> addresses, long position, Instant now) {
        var assignments = addresses.stream().map(Address::assignment).collect(Collectors.toSet());
        var dispatches = addresses.stream().map(Address::dispatch).collect(Collectors.toSet());
        var before = handed.list(dispatches).stream()
                .filter(one -> assignments.contains(one.assignment()))
                .toList();
        return deliver(before, position, now);
    }

    private List<Settled> deliver(List<Handed> all, long position, Instant now) {
        var here = handed.listAddressed(all);
        handed.mark(here, now);
        var fresh = handed.listFresh(here.stream().filter(Handed::goesOn).toList());
        return deliveries.insertItems(fresh, position, now);
    }
}
