package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;

/** Failed tries that an account waits for; the room of attempts knows. */
public interface LockOuts {

    /** Lets the account try again at once. */
    void lift(AccountId account);
}
