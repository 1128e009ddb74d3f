package cn.dangjian.task.voice;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the room of assignments does when an issuer has accepted what a unit answered. */
public interface Heeding {

    /** What becomes of the assignment. */
    enum Outcome {
        /** It is done. */
        DONE,
        /** It is closed. */
        CLOSED,
        /** It is closed, for another one of the same unit goes on instead. */
        JOINED,
        /** It goes on, with a date of its own. */
        MOVED
    }

    /**
     * That an issuer accepted it.
     *
     * @param joinedTo what goes on instead
     * @param until its date from now on
     * @param voice what was answered
     */
    record Heeded(
            long assignment,
            Outcome outcome,
            @Nullable Long joinedTo,
            @Nullable OffsetDateTime until,
            long voice,
            String reason,
            String subject,
            Instant at) {}

    /** False if it is not to be handed in any more, and nothing was done. */
    boolean heed(Heeded heeded);
}
