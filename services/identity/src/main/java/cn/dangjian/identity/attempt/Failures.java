package cn.dangjian.identity.attempt;

import java.time.Duration;
import java.time.Instant;

/**
 * The failures of one login from one place since its last success there.
 *
 * @param last when the last of them was
 * @param next when the next attempt may be made
 */
record Failures(int count, Instant last, Instant next) {

    static Failures none(Instant now) {
        return new Failures(0, now, now);
    }

    Failures oneMore(Instant now, AttemptSettings settings) {
        boolean forgotten = !last.plus(settings.forget()).isAfter(now);
        int failures = forgotten ? 1 : count + 1;
        return new Failures(failures, now, now.plus(settings.waitAfter(failures)));
    }

    /** How long the next attempt has to wait. */
    Duration waitAt(Instant now) {
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }
}
