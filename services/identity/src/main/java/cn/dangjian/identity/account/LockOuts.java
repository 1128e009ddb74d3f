package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;

/** Accounts that are locked out because of failed tries; the room of signing in knows. */
public interface LockOuts {

    /** Lets the account try again at once. */
    void lift(AccountId account);
}
