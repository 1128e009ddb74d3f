package cn.dangjian.platform.neighbours;

import java.time.Duration;
import java.util.Objects;

/**
 * What a neighbour knows of something now.
 *
 * @param <T> what is read of its answer
 */
public sealed interface Answer<T> {

    record Confirmed<T>(T what) implements Answer<T> {

        public Confirmed {
            Objects.requireNonNull(what, "An empty answer");
        }
    }

    record Unknown<T>() implements Answer<T> {}

    /** The neighbour did not say: ask again after a while. */
    record Unconfirmed<T>(Duration retryAfter) implements Answer<T> {}
}
