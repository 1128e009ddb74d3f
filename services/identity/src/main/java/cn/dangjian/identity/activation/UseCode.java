package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a code, and uses it up together with the password that it brings. */
@Service
class UseCode {

    private final ActivationRepository activations;
    private final Accounts accounts;
    private final ActivationSettings settings;
    private final Clock clock;

    UseCode(ActivationRepository activations, Accounts accounts, ActivationSettings settings, Clock clock) {
        this.activations = activations;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts the try before it looks, so that guesses made at the same time cannot be more than the limit. */
    @Transactional
    boolean isRight(AccountId account, ActivationCode code) {
        return activations.claimAttempt(account, clock.instant(), settings)
                && activations
                        .findHash(account)
                        .filter(hash -> code.matches(hash, account))
                        .isPresent();
    }

    /** False if the code was used or replaced meanwhile. */
    @Transactional
    boolean use(Account account, ActivationCode code, String passwordHash) {
        if (!activations.use(account.id(), code.hash(account.id()), clock.instant())) return false;
        accounts.changePassword(account, passwordHash, null);
        return true;
    }
}
