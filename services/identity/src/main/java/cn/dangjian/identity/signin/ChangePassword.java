package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.attempt.Source;
import cn.dangjian.identity.password.PasswordRefusal;
import cn.dangjian.identity.password.PasswordRules;
import cn.dangjian.identity.password.Passwords;
import org.springframework.stereotype.Service;

/** 修改密码: an account that proves it knows its password gets a new one, and its other sessions end. */
@Service
class ChangePassword {

    private final Accounts accounts;
    private final SignIn signIn;
    private final PasswordRules rules;
    private final Passwords passwords;

    ChangePassword(Accounts accounts, SignIn signIn, PasswordRules rules, Passwords passwords) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.rules = rules;
        this.passwords = passwords;
    }

    /** The old password counts as a sign-in, so that a stolen token is no way round the waits. */
    void change(Person person, String oldPassword, String newPassword, SignIn.Origin origin) {
        var account = accounts.find(person.account()).filter(Account::maySignIn).orElseThrow(PasswordRefusal.WRONG);
        rules.require(account.login(), newPassword, accounts.names(account));
        PasswordRefusal.WRONG.when(
                signIn.signIn(account.login(), oldPassword, origin) instanceof SignIn.Outcome.Refused);

        try (var place = passwords.place(Source.place(origin.address()))) {
            accounts.changePassword(account, place.hash(newPassword), person);
        }
    }
}
