package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.attempt.Attempts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a code, and uses it up together with the password that it brings. */
@Service
class UseCode {

    private final ActivationRepository activations;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Clock clock;

    UseCode(ActivationRepository activations, Accounts accounts, Attempts attempts, Clock clock) {
        this.activations = activations;
        this.accounts = accounts;
        this.attempts = attempts;
        this.clock = clock;
    }

    boolean isRight(AccountId account, ActivationCode code) {
        return activations
                .findHash(account, clock.instant())
                .filter(hash -> code.matches(hash, account))
                .isPresent();
    }

    /** Counts a wrong code like a wrong password. */
    @Transactional
    void failed(@Nullable AccountId account, Attempts.Turn turn) {
        attempts.failed(account, turn);
    }

    /** False if the code was used or replaced meanwhile. */
    @Transactional
    boolean use(Account account, ActivationCode code, String passwordHash) {
        if (!activations.use(account.id(), code.hash(account.id()), clock.instant())) return false;
        accounts.changePassword(account, passwordHash, null);
        return true;
    }
}
