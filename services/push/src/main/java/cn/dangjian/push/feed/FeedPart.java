package cn.dangjian.push.feed;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What notification says through Redis: neighbours in the feed that belong to one message. */
record FeedPart(long from, long to, Message message, List<Place> items) {

    record Message(
            long dispatch,
            String number,
            String title,
            Item.Issuer issuer,
            String deadline,
            String deliveredAt,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String dueAt,
            Item.@Nullable Text text,
            @Nullable String link) {

        /** Of one item: the link may name its assignment. */
        @Nullable
        String link(long assignment) {
            return link == null ? null : link.replace("{assignment}", String.valueOf(assignment));
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Place(long position, long unit, long assignment) {}

    List<Item> after(long position) {
        return items.stream()
                .filter(place -> place.position() > position)
                .map(place -> new Item(
                        place.position(),
                        place.unit(),
                        message.dispatch(),
                        place.assignment(),
                        message.number(),
                        message.title(),
                        message.issuer(),
                        message.deadline(),
                        message.deliveredAt(),
                        null,
                        message.kind(),
                        message.reason(),
                        message.dueAt(),
                        message.text(),
                        message.link(place.assignment())))
                .toList();
    }
}
