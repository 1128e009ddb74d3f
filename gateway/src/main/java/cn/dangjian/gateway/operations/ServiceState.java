package cn.dangjian.gateway.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param ready whether it takes requests
 * @param unsent events that wait to be told; null of a service that tells none, or does not answer
 * @param oldest since when the oldest of them waits
 * @param lag events that it has not heard yet, in the part of a topic where most wait
 * @param parkedInAll how many events it could not take
 * @param parked the oldest of them, to be sent again by a person
 */
record ServiceState(
        String name,
        boolean ready,
        @Nullable Long unsent,
        @Nullable String oldest,
        @Nullable Long lag,
        @Nullable Long parkedInAll,
        List<Parked> parked) {

    /** Of one that said nothing that could be read. */
    static ServiceState silent(String name, boolean ready) {
        return new ServiceState(name, ready, null, null, null, null, List.of());
    }

    /**
     * An event that a listener could not take; what it says stays in the service, for it may name people.
     *
     * @param reason POISON, UNREADABLE, GAP or WAITING
     * @param error as the log says it
     */
    record Parked(
            long id,
            String consumer,
            String type,
            String eventKey,
            String reason,
            @Nullable String error,
            String parkedAt) {}
}
