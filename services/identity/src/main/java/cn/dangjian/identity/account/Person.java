package cn.dangjian.identity.account;

import cn.dangjian.identity.audit.Actor;
import cn.dangjian.platform.web.caller.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in, with or without a post; not a service.
 *
 * @param session in which session
 * @param post from which post he acts
 * @param mandate with which mandate, if the post is another's
 */
public record Person(
        AccountId account,
        @Nullable String session,
        @Nullable Long post,
        @Nullable Long mandate) {

    /** How the audit trail names him. */
    public Actor actor() {
        return new Actor(account, post, mandate);
    }
}
