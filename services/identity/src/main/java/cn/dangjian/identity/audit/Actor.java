package cn.dangjian.identity.audit;

import cn.dangjian.platform.web.caller.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param account null for the platform itself, when a term ends or a unit is abolished
 * @param post from which post
 * @param mandate with which mandate, if the post is another's
 */
public record Actor(
        @Nullable AccountId account,
        @Nullable Long post,
        @Nullable Long mandate) {

    public static final Actor PLATFORM = new Actor(null, null, null);
}
