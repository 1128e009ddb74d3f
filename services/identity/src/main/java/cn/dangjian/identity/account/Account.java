package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 账号: a name under which someone signs in.
 *
 * @param authzVersion goes up when what the account may do has changed
 * @param officeOf the unit whose office account this is; null for other accounts
 */
public record Account(
        AccountId id,
        String login,
        String displayName,
        @Nullable String passwordHash,
        State state,
        boolean administrator,
        long authzVersion,
        @Nullable Long officeOf,
        long version) {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    /** What an account can do. */
    public enum State {
        /** Waits for its holder to set a password. */
        INVITED,
        /** May sign in. */
        ACTIVE,
        /** Was locked by a unit above it. */
        LOCKED
    }

    /** Whether any account can have this name; asking the database for another one would be in vain. */
    static boolean isPossibleLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    public boolean maySignIn() {
        return state == State.ACTIVE;
    }

    /** The roles that a token carries. */
    public List<String> roles() {
        return administrator ? List.of("administrator") : List.of();
    }

    /** The account with a new password; its holder has proven to be the right one. */
    Account withPassword(String hash) {
        return new Account(id, login, displayName, hash, State.ACTIVE, administrator, authzVersion, officeOf, version);
    }

    Account lock() {
        return in(State.LOCKED);
    }

    Account unlock() {
        return in(passwordHash == null ? State.INVITED : State.ACTIVE);
    }

    private Account in(State next) {
        return new Account(id, login, displayName, passwordHash, next, administrator, authzVersion, officeOf, version);
    }
}
