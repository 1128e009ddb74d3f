package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account is signed in with; the room of tokens knows. */
public interface Sessions {

    /** Ends every session of the account: its refresh tokens are worth nothing from now on. */
    void end(AccountId account);

    /** Ends every session of the account but one; null for all. */
    void endOthers(AccountId account, @Nullable String session);

    /** Ends every session that acts from one of these posts, also by mandate, and says whose they were. */
    Set<AccountId> endOfPosts(Collection<Long> posts);

    /** Ends every session that acts with one of these mandates, and says whose they were. */
    Set<AccountId> endOfMandates(Collection<Long> mandates);
}
