package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.LockOuts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts an attempt to sign in before it is made, and writes down how it ended. */
@Service
class AttemptLedger implements LockOuts {

    private final AttemptRepository attempts;
    private final SignInRepository record;
    private final SignInSettings limits;
    private final Clock clock;

    AttemptLedger(AttemptRepository attempts, SignInRepository record, SignInSettings limits, Clock clock) {
        this.attempts = attempts;
        this.record = record;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether one more attempt is allowed; if so it is counted as a failure until its end says otherwise. */
    @Transactional
    boolean count(long account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = attempts.getForUpdate(account, now);
        if (before.refuses(now)) return false;

        attempts.update(account, before.next(now, limits));
        return true;
    }

    @Transactional
    void succeeded(AccountId account, SignIn.Origin origin) {
        lift(account);
        record.insert(clock.instant(), account.value(), origin, SignIn.Result.SIGNED_IN);
    }

    @Transactional
    void failed(@Nullable AccountId account, SignIn.Origin origin, SignIn.Result result) {
        record.insert(clock.instant(), account == null ? null : account.value(), origin, result);
    }

    @Override
    @Transactional
    public void lift(AccountId account) {
        attempts.update(account.value(), Attempts.none(clock.instant()));
    }
}
