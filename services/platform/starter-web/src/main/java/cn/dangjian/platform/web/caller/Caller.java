package cn.dangjian.platform.web.caller;

/**
 * A person who acts from a post (岗位) at a unit.
 *
 * <p>A controller that declares this parameter answers 403 {@code caller.no-post} to a token without a post. What the
 * caller may see is not in the token: {@code starter-directory} resolves it from the unit.
 *
 * @param account who
 * @param unit the id of the unit at which the post is
 * @param post which post
 * @param duty what the post is for, for example {@code office}
 */
public record Caller(AccountId account, long unit, long post, String duty) {

    /** The subject on whose behalf an event is announced. */
    public String subject() {
        return "account:" + account.value();
    }
}
