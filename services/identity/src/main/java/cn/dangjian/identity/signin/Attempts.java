package cn.dangjian.identity.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account tried since its last success.
 *
 * <p>An attempt is counted before the password is looked at and forgotten when it was right, so that guesses made at
 * the same time cannot be more than the limit.
 *
 * @param since when the first of these failures was
 */
record Attempts(int failures, Instant since, @Nullable Instant lockedUntil) {

    /** An account that has never failed. */
    static Attempts none(Instant now) {
        return new Attempts(0, now, null);
    }

    boolean refuses(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** One attempt more; the last one allowed locks the account out until it turns out to be right. */
    Attempts next(Instant now, SignInSettings limits) {
        boolean afresh = lockedUntil != null || !since.plus(limits.window()).isAfter(now);
        int count = afresh ? 1 : failures + 1;
        var start = afresh || failures == 0 ? now : since;
        return new Attempts(count, start, count >= limits.failures() ? now.plus(limits.lockOut()) : null);
    }
}
