package cn.dangjian.identity.session;

import cn.dangjian.platform.web.caller.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * 会话: a stored authorization and what it is for.
 *
 * @param id of the authorization
 * @param post from which it acts; null until its account holds one
 */
record Session(
        String id,
        AccountId account,
        @Nullable Long post,
        @Nullable Long mandate) {}
