package cn.dangjian.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing in the inbox of a unit; {@code position} is its number there, and grows. */
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
        @Nullable Instant readAt) {

    record Issuer(long id, String name) {}
}
