package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.DeliveryRepository.Settled;
import cn.dangjian.notification.feed.Feed;
import cn.dangjian.notification.feed.FeedPart;
import cn.dangjian.platform.events.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces what this transaction has delivered and what it could not, and moves the feed on. */
@Component
class AnnounceSettled {

    private static final int LARGEST = 500;

    private final DeliveryRepository deliveries;
    private final Feed feed;
    private final Outbox outbox;

    AnnounceSettled(DeliveryRepository deliveries, Feed feed, Outbox outbox) {
        this.deliveries = deliveries;
        this.feed = feed;
        this.outbox = outbox;
    }

    /** @param settled in the order of their positions, which follow the last one given before this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    void announce(List<Settled> settled, Instant now) {
        if (settled.isEmpty()) return;

        var messages = deliveries.messages(settled, now);
        var parts = parts(settled);
        outbox.appendAll(parts.stream().map(AnnounceSettled::entry).toList());
        feed.advance(
                settled.getLast().position(),
                parts.stream().map(part -> feedPart(part, messages)).toList());
    }

    /** Neighbours of one dispatch, a few hundred at most. */
    private static List<List<Settled>> parts(List<Settled> settled) {
        var parts = new ArrayList<List<Settled>>();
        int from = 0;
        for (int i = 1; i <= settled.size(); i++) {
            boolean ends = i == settled.size()
                    || i - from == LARGEST
                    || settled.get(i).dispatch() != settled.get(from).dispatch();
            if (!ends) continue;
            parts.add(settled.subList(from, i));
            from = i;
        }
        return parts;
    }

    private static Outbox.Entry entry(List<Settled> part) {
        var first = part.getFirst();
        var delivered = new ArrayList<Long>();
        var failed = new ArrayList<Delivered.Failed>();
        for (var one : part) {
            if (one.isDelivered()) delivered.add(one.address());
            else failed.add(new Delivered.Failed(one.address(), one.reason()));
        }
        return new Outbox.Entry(
                "notification.delivered.v1",
                "delivery:" + first.dispatch() + "#" + first.position(),
                1,
                null,
                new Delivered(first.dispatch(), delivered, failed));
    }

    private static FeedPart feedPart(List<Settled> part, Map<Long, FeedPart.Message> messages) {
        var first = part.getFirst();
        var message = messages.get(first.dispatch());
        if (message == null) throw new IllegalStateException("No message for dispatch " + first.dispatch());
        var items = part.stream()
                .filter(Settled::isDelivered)
                .map(one -> new FeedPart.Item(one.position(), one.unit(), one.assignment()))
                .toList();
        return new FeedPart(first.position(), part.getLast().position(), message, items);
    }

    /** The data of {@code contracts/events/delivered.v1}. */
    record Delivered(long dispatch, List<Long> delivered, List<Failed> failed) {
        record Failed(long unit, @Nullable String reason) {}
    }
}
