package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;

/** What an account is signed in with; the room of tokens knows. */
public interface Sessions {

    /** Ends every session of the account: its refresh tokens are worth nothing from now on. */
    void end(AccountId account);
}
