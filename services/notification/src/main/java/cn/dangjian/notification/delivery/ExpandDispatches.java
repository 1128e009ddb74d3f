package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.DeliveryRepository.Chunk;
import cn.dangjian.notification.feed.Feed;
import cn.dangjian.notification.notice.TellVerdicts.Extension;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Expands the addresses of dispatches into receipts, delivered at once to every unit that has somebody to receive it. */
@Component
class ExpandDispatches {

    private final DeliveryRepository deliveries;
    private final HandOn handOn;
    private final Feed feed;
    private final AnnounceSettled announceSettled;
    private final Clock clock;

    ExpandDispatches(
            DeliveryRepository deliveries, HandOn handOn, Feed feed, AnnounceSettled announceSettled, Clock clock) {
        this.deliveries = deliveries;
        this.handOn = handOn;
        this.feed = feed;
        this.announceSettled = announceSettled;
        this.clock = clock;
    }

    /** 延期: inboxes show the date that holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void extend(List<Extension> extensions) {
        deliveries.extend(extensions);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void expand(List<Chunk> chunks) {
        long position = feed.lock();
        var now = clock.instant();
        var addresses = deliveries.insertMessages(chunks).stream()
                .flatMap(chunk -> chunk.addresses().stream())
                .toList();
        var settled = new ArrayList<>(deliveries.insertItems(addresses, position, now));
        // an heir may have been heard of before
        settled.addAll(handOn.handOn(addresses, position + settled.size(), now));
        announceSettled.announce(settled, now);
    }
}
