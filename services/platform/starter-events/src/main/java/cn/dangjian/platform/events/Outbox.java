package cn.dangjian.platform.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Announces events when the surrounding transaction commits, and only then. */
public interface Outbox {

    /**
     * One event to announce.
     *
     * @param type {@code <service>.<fact>.v<n>}, the name of its file in {@code contracts/events}
     * @param key {@code <aggregate>:<id>}, ASCII, at most 128 characters; events with the same key are delivered in order
     * @param version the aggregate's row version, by which listeners order what they hear
     * @param subject on whose behalf, for example {@code account:17}; null for the platform itself
     * @param payload the event's data, written as JSON
     */
    record Entry(
            String type, String key, long version, @Nullable String subject, Object payload) {}

    /**
     * Announces one event.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException if the event is larger than the broker takes
     */
    default void append(String type, String key, long version, @Nullable String subject, Object payload) {
        appendAll(List.of(new Entry(type, key, version, subject, payload)));
    }

    /** Announces many events with batched inserts, in the order given. */
    void appendAll(List<Entry> entries);
}
