package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.attempt.Attempts;
import cn.dangjian.identity.attempt.Source;
import cn.dangjian.identity.password.PasswordRules;
import cn.dangjian.identity.password.Passwords;
import org.springframework.stereotype.Service;

/**
 * 激活账号: whoever has the code of an account sets its password.
 *
 * <p>A wrong code costs no hash, and the password is hashed outside the transaction that uses the code up.
 */
@Service
class Activate {

    private final Accounts accounts;
    private final UseCode useCode;
    private final Attempts attempts;
    private final PasswordRules rules;
    private final Passwords passwords;

    Activate(Accounts accounts, UseCode useCode, Attempts attempts, PasswordRules rules, Passwords passwords) {
        this.accounts = accounts;
        this.useCode = useCode;
        this.attempts = attempts;
        this.rules = rules;
        this.passwords = passwords;
    }

    /**
     * @param address from where the code was sent
     * @throws cn.dangjian.identity.attempt.WaitException if wrong codes for this login from there cost a longer wait
     */
    void activate(String login, ActivationCode code, String password, String address) {
        rules.require(login, password);
        try (var turn = attempts.turn(login, Source.at(address))) {
            var account = accounts.named(login)
                    .filter(found -> found.state() != Account.State.LOCKED)
                    .orElse(null);
            var id = account == null ? null : account.id();
            turn.sitOut(id);
            if (account == null || !useCode.isRight(account.id(), code)) {
                useCode.failed(id, turn);
                throw ActivationRefusal.INVALID.get();
            }
            // not before the code has proven who asks: a stranger is not to learn what a login belongs to
            rules.require(login, password, accounts.names(account));
            try (var place = passwords.place(Source.place(address))) {
                ActivationRefusal.INVALID.unless(useCode.use(account, code, place.hash(password)));
            }
        }
    }
}
