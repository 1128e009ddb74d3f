package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
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
    private final PasswordRules rules;
    private final Passwords passwords;

    Activate(Accounts accounts, UseCode useCode, PasswordRules rules, Passwords passwords) {
        this.accounts = accounts;
        this.useCode = useCode;
        this.rules = rules;
        this.passwords = passwords;
    }

    void activate(String login, ActivationCode code, String password) {
        rules.require(login, password);
        var account = accounts.named(login)
                .filter(found -> found.state() != Account.State.LOCKED)
                .filter(found -> useCode.isRight(found.id(), code))
                .orElseThrow(ActivationRefusal.INVALID);
        try (var place = passwords.place()) {
            ActivationRefusal.INVALID.unless(useCode.use(account, code, place.hash(password)));
        }
    }
}
