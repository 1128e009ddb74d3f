package cn.dangjian.notification.feed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours in the feed that belong to one message.
 *
 * @param from the first position that this part accounts for
 * @param to the last one; positions in between without an item are units that could not be reached
 */
public record FeedPart(long from, long to, Message message, List<Item> items) {

    /**
     * What all items have in common.
     *
     * @param reason why it was returned, or by which document the unit ended
     * @param dueAt until when it is to be handed in again, or replied to
     * @param text what it says in words, if clients have no words of their own for it
     * @param link where it leads below the gateway; {@code {assignment}} stands for the item's assignment
     */
    public record Message(
            long dispatch,
            String number,
            String title,
            Issuer issuer,
            Instant deadline,
            Instant deliveredAt,
            Kind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant dueAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Text text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String link) {}

    /** What it says in words. */
    public record Text(String zh, String en) {}

    /** Who sent it. */
    public record Issuer(long id, String name) {}

    /** Written as an array: there are hundreds. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Item(long position, long unit, long assignment) {}
}
