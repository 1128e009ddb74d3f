package cn.dangjian.push.feed;

import org.jspecify.annotations.Nullable;

/** One thing in the inbox of a unit, as notification tells it; times are passed on as they came. */
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
        @Nullable String readAt) {

    public record Issuer(long id, String name) {}
}
