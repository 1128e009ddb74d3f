package cn.dangjian.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a listener hears it.
 *
 * @param id unique; a repeated delivery carries the same id
 * @param type {@code <service>.<fact>.v<n>}
 * @param key the aggregate that it is about, {@code <aggregate>:<id>}
 * @param version the aggregate's row version: the database, not a clock, orders concurrent writers
 * @param occurredAt when it was announced; for people, never for ordering
 * @param subject on whose behalf
 * @param data only what this listener reads
 */
public record Event<T>(
        UUID id,
        String type,
        String key,
        long version,
        Instant occurredAt,
        @Nullable String subject,
        T data) {

    /** The same event with other data. */
    public <R> Event<R> with(R other) {
        return new Event<>(id, type, key, version, occurredAt, subject, other);
    }
}
