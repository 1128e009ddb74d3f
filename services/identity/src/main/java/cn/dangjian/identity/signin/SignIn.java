package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.password.Passwords;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 登录: checks a login and a password.
 *
 * <p>Unknown login, wrong password, locked-out and locked account get the same answer after the same work: the attempt
 * is counted and a hash is computed in every case, so that neither words nor time tell them apart.
 */
@Service
public class SignIn {

    /** Names that nobody has are counted too, in this many rows, below all account numbers. */
    private static final int NOBODIES = 4096;

    private final Accounts accounts;
    private final AttemptLedger ledger;
    private final Passwords passwords;

    SignIn(Accounts accounts, AttemptLedger ledger, Passwords passwords) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.passwords = passwords;
    }

    /**
     * @throws cn.dangjian.identity.password.PasswordsBusyException if too many passwords are being checked
     */
    public Outcome signIn(String login, String password, Origin origin) {
        try (var place = passwords.place()) {
            var account = accounts.named(login).orElse(null);
            boolean allowed =
                    ledger.count(account == null ? nobody(login) : account.id().value());
            var candidate = allowed && account != null && account.maySignIn() ? account : null;
            boolean right = place.matches(password, candidate == null ? null : candidate.passwordHash());

            if (candidate != null && right) {
                ledger.succeeded(candidate.id(), origin);
                return new Outcome.SignedIn(candidate.id());
            }
            ledger.failed(account == null ? null : account.id(), origin, reason(account, allowed));
            return new Outcome.Refused();
        }
    }

    private static long nobody(String login) {
        return -1L - Math.floorMod(login.toLowerCase(Locale.ROOT).hashCode(), NOBODIES);
    }

    private static Result reason(@Nullable Account account, boolean allowed) {
        if (account == null) return Result.UNKNOWN;
        if (!allowed) return Result.LOCKED_OUT;
        return account.maySignIn() ? Result.WRONG : Result.NOT_ACTIVE;
    }

    /**
     * Where somebody tries to sign in.
     *
     * @param client the registered client
     * @param address the caller's address
     */
    public record Origin(String client, String address) {}

    /** What the record says; the caller hears less. */
    enum Result {
        SIGNED_IN,
        WRONG,
        LOCKED_OUT,
        NOT_ACTIVE,
        UNKNOWN
    }

    /** What the caller hears. */
    public sealed interface Outcome {
        record SignedIn(AccountId account) implements Outcome {}

        record Refused() implements Outcome {}
    }
}
