package cn.dangjian.identity.mandate;

import cn.dangjian.identity.post.Post;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 授权: a deputy or helper acts for a post.
 *
 * @param duty for which duty; the one of the post
 * @param giver who gave it: the post's holder, or somebody above its unit
 * @param givenFrom from which post the giver acted; null for the administrator
 * @param untilDay the last day, included
 * @param document the paper that says so; there is one, or a reason
 */
public record Mandate(
        long id,
        long post,
        String duty,
        AccountId deputy,
        AccountId giver,
        @Nullable Long givenFrom,
        LocalDate fromDay,
        LocalDate untilDay,
        @Nullable String document,
        @Nullable String reason,
        boolean revoked,
        long version) {

    boolean isInForce(LocalDate today) {
        return !revoked && !fromDay.isAfter(today) && !untilDay.isBefore(today);
    }

    boolean isOver(LocalDate today) {
        return revoked || untilDay.isBefore(today);
    }

    Instant end() {
        return untilDay.plusDays(1).atStartOfDay(Post.CHINA).toInstant();
    }
}
