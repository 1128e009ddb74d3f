package cn.dangjian.identity.attempt;

import cn.dangjian.identity.account.LockOuts;
import cn.dangjian.identity.alarm.FailureCounts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 防猜测: slows guesses down, for the login that was guessed at and the place they came from only.
 *
 * <p>Only wrong attempts count. Nobody is locked out by what others do elsewhere: a wait grows with the failures of one
 * login from one device or address, and ends by itself.
 */
@Service
public class Attempts implements LockOuts {

    /** Names that nobody has are counted too, in this many rows, below all account numbers. */
    private static final int NOBODIES = 4096;

    private final Lines lines;
    private final FailureRepository failures;
    private final FailureCounts counts;
    private final AttemptSettings settings;
    private final Clock clock;

    Attempts(Lines lines, FailureRepository failures, FailureCounts counts, AttemptSettings settings, Clock clock) {
        this.lines = lines;
        this.failures = failures;
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    /** The right to try that login from there, until it is closed. */
    public final class Turn implements AutoCloseable {

        private final Lines.Place place;
        private final String login;
        private final Source source;
        private final String counted;
        private boolean failedBefore;

        private Turn(Lines.Place place, String login, Source source, String counted) {
            this.place = place;
            this.login = login;
            this.source = source;
            this.counted = counted;
        }

        /**
         * Sits out what earlier failures cost.
         *
         * @param account whose login it is; null if nobody's, which costs the same
         * @throws WaitException if that is longer than a request may last
         */
        public void sitOut(@Nullable AccountId account) {
            var before = failures.get(number(account, login), counted, now());
            failedBefore = before.count() > 0;
            var wait = before.waitAt(now());
            if (wait.compareTo(settings.patience()) > 0) throw new WaitException(wait);
            if (!wait.isZero()) pause(wait);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    /** Takes the place in line; give it back by closing it. No transaction may be open: it can take seconds. */
    public Turn turn(String login, Source source) {
        String counted = source.countedFor(login);
        var place = lines.stand(login.toLowerCase(Locale.ROOT) + " " + counted, Source.place(source.address()));
        return new Turn(place, login, source, counted);
    }

    /** A failure, counted with whatever is written about it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(@Nullable AccountId account, Turn turn) {
        long number = number(account, turn.login);
        var now = now();
        var before = failures.getForUpdate(number, turn.counted, now);
        failures.update(number, turn.counted, before.oneMore(now, settings));
        counts.failed(account, Source.place(turn.source.address()));
    }

    /** A success makes the failures before it from the same place forgotten, and none elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void succeeded(AccountId account, Turn turn) {
        if (turn.failedBefore) failures.delete(account.value(), turn.counted);
    }

    @Override
    @Transactional
    public void lift(AccountId account) {
        failures.delete(account.value());
    }

    private static long number(@Nullable AccountId account, String login) {
        return account == null
                ? -1L - Math.floorMod(login.toLowerCase(Locale.ROOT).hashCode(), NOBODIES)
                : account.value();
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitException(wait);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
