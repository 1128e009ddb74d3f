package cn.dangjian.identity.phone;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.signin.SignIn;
import org.springframework.stereotype.Service;

/** 绑定、更换手机号: an account that proves it knows its password sets its phone, or another one. */
@Service
class SetPhone {

    private final Accounts accounts;
    private final SignIn signIn;
    private final StorePhone storePhone;

    SetPhone(Accounts accounts, SignIn signIn, StorePhone storePhone) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.storePhone = storePhone;
    }

    /** The password counts as a sign-in, so that a stolen token is no way round the waits. */
    void set(Person person, Phone phone, String password, SignIn.Origin origin) {
        var account =
                accounts.find(person.account()).filter(Account::maySignIn).orElseThrow(PhoneRefusal.PASSWORD_WRONG);
        PhoneRefusal.PASSWORD_WRONG.when(
                signIn.signIn(account.login(), password, origin) instanceof SignIn.Outcome.Refused);
        storePhone.store(person, phone);
    }
}
