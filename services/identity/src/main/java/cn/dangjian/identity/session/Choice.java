package cn.dangjian.identity.session;

import org.jspecify.annotations.Nullable;

/** The post or the mandate from which somebody wants to act; neither means the first own post. */
public record Choice(@Nullable Long post, @Nullable Long mandate) {

    public static final Choice NONE = new Choice(null, null);
}
