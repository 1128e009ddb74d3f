package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is told of its assignment.
 *
 * @param version of the assignment, when it came to that
 * @param reason why it was returned, or the document by which its unit ended
 * @param dueAt until when it is to be handed in, if that is not the dispatch's deadline
 */
record Notice(
        long assignment,
        long version,
        long dispatch,
        long unit,
        Kind kind,
        @Nullable String reason,
        @Nullable Instant dueAt) {}
