package cn.dangjian.notification.inbox;

import cn.dangjian.notification.feed.FeedPart.Text;
import cn.dangjian.notification.feed.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the inbox of a unit; {@code position} is its number there, and grows.
 *
 * @param dispatch 0, as the assignment, of what is about no task
 * @param title of the task, or what else it is about
 * @param kind what it is about: the task itself, what became of it, or another matter
 * @param reason why it was returned, or by which document the unit ended
 * @param dueAt until when it is to be handed in again, or replied to
 * @param text what it says in words, if clients have no words of their own for it
 * @param link where it leads, below the gateway
 * @param handedFrom the unit that had it and ended, if this one is its heir; said to the heir alone
 */
record InboxItem(
        long position,
        long unit,
        long dispatch,
        long assignment,
        String number,
        String title,
        Issuer issuer,
        Instant deadline,
        Instant deliveredAt,
        @Nullable Instant readAt,
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant dueAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Text text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Predecessor handedFrom) {

    record Issuer(long id, String name) {}

    record Predecessor(long id, String name) {}
}
