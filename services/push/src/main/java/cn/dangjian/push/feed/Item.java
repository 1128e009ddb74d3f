package cn.dangjian.push.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the inbox of a unit, as notification tells it; times are passed on as they came.
 *
 * @param kind what it is about: the task itself, or what became of it
 * @param reason why it was returned, or by which document the unit ended
 * @param dueAt until when it is to be handed in again, or replied to
 * @param text what it says in words, in both languages
 * @param link where it leads, below the gateway
 */
public record Item(
        long position,
        long unit,
        long dispatch,
        long assignment,
        String number,
        String title,
        Issuer issuer,
        String deadline,
        String deliveredAt,
        @Nullable String readAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dueAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Text text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {

    public record Issuer(long id, String name) {}

    /** What it says in words. */
    public record Text(String zh, String en) {}
}
