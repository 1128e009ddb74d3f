package cn.dangjian.identity.signin;

import cn.dangjian.identity.attempt.Attempts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how an attempt to sign in ended, and counts it if it failed. */
@Service
class SignInLedger {

    private final Attempts attempts;
    private final SignInRepository record;
    private final Clock clock;

    SignInLedger(Attempts attempts, SignInRepository record, Clock clock) {
        this.attempts = attempts;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    void succeeded(AccountId account, Attempts.Turn turn, SignIn.Origin origin) {
        attempts.succeeded(account, turn);
        record.insert(clock.instant(), account.value(), origin, SignIn.Result.SIGNED_IN);
    }

    @Transactional
    void failed(@Nullable AccountId account, Attempts.Turn turn, SignIn.Origin origin, SignIn.Result result) {
        attempts.failed(account, turn);
        record.insert(clock.instant(), account == null ? null : account.value(), origin, result);
    }

    /** An attempt that was not looked at, since it came too early. */
    @Transactional
    void tooEarly(@Nullable AccountId account, SignIn.Origin origin) {
        record.insert(clock.instant(), account == null ? null : account.value(), origin, SignIn.Result.TOO_EARLY);
    }
}
