package cn.dangjian.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the inbox of a unit; {@code position} is its number there, and grows.
 *
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

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Predecessor handedFrom) {

    record Issuer(long id, String name) {}

    record Predecessor(long id, String name) {}
}
