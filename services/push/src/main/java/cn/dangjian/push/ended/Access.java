package cn.dangjian.push.ended;

import org.jspecify.annotations.Nullable;

/**
 * What a token gives access with.
 *
 * @param account whose token it is
 * @param version of what the account may do, as it was when the token was made
 * @param session in which it was made
 */
public record Access(
        String account, @Nullable Long version, @Nullable String session) {}
