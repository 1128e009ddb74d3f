package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is told of its assignment, or of another matter (事项).
 *
 * @param cause what it is told for; of one assignment it is there once with a version
 * @param version of the cause, when it came to that
 * @param issuer who has said it; null if that is the issuer of the dispatch
 * @param reason why it was returned, the document by which its unit ended, or somebody's words
 * @param dueAt until when it is to be handed in, if that is not the dispatch's deadline; or replied to
 * @param many of how many assignments, where it is told for several
 */
public record Notice(
        long assignment,
        String cause,
        long version,
        long dispatch,
        long unit,
        @Nullable Long issuer,
        Kind kind,
        @Nullable String reason,
        @Nullable Instant dueAt,
        @Nullable Integer many) {

    /** Of a change of the assignment itself. */
    public static final String ASSIGNMENT = "assignment";

    /** The dispatch and the assignment of what is about no task. */
    static final long NO_TASK = 0;

    /** Of a task, by whoever has dispatched it. */
    public Notice(
            long assignment,
            String cause,
            long version,
            long dispatch,
            long unit,
            Kind kind,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Integer many) {
        this(assignment, cause, version, dispatch, unit, null, kind, reason, dueAt, many);
    }

    /** About no task. */
    static Notice matter(
            String cause,
            long version,
            long unit,
            @Nullable Long issuer,
            Kind kind,
            @Nullable String words,
            @Nullable Instant day,
            @Nullable Integer many) {
        return new Notice(NO_TASK, cause, version, NO_TASK, unit, issuer, kind, words, day, many);
    }
}
