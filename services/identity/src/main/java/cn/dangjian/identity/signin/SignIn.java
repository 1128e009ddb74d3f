package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.attempt.Attempts;
import cn.dangjian.identity.attempt.Source;
import cn.dangjian.identity.attempt.WaitException;
import cn.dangjian.identity.password.Passwords;
import cn.dangjian.platform.web.caller.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 登录: checks a login and a password.
 *
 * <p>Unknown login, wrong password, invited and locked account get the same answer after the same work: a hash is computed
 * and a failure is counted in every case, so that neither words nor time tell them apart.
 */
@Service
public class SignIn {

    private final Accounts accounts;
    private final Attempts attempts;
    private final SignInLedger ledger;
    private final Passwords passwords;

    SignIn(Accounts accounts, Attempts attempts, SignInLedger ledger, Passwords passwords) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.ledger = ledger;
        this.passwords = passwords;
    }

    /**
     * @throws WaitException if failures of this login from this place cost a longer wait than a request may last
     * @throws cn.dangjian.identity.password.PasswordsBusyException if too many passwords are being checked
     */
    public Outcome signIn(String login, String password, Origin origin) {
        try (var turn = attempts.turn(login, origin.source())) {
            var account = accounts.named(login).orElse(null);
            var id = account == null ? null : account.id();
            sitOut(turn, id, origin);
            var candidate = account != null && account.maySignIn() ? account : null;
            boolean right = isRight(password, candidate == null ? null : candidate.passwordHash(), origin);
            if (candidate != null && right) {
                ledger.succeeded(candidate.id(), turn, origin);
                return new Outcome.SignedIn(candidate.id());
            }
            ledger.failed(id, turn, origin, reason(account));
            return new Outcome.Refused();
        }
    }

    private void sitOut(Attempts.Turn turn, @Nullable AccountId account, Origin origin) {
        try {
            turn.sitOut(account);
        } catch (WaitException e) {
            ledger.tooEarly(account, origin);
            throw e;
        }
    }

    private boolean isRight(String password, @Nullable String hash, Origin origin) {
        try (var place = passwords.place(Source.place(origin.address()))) {
            return place.matches(password, hash);
        }
    }

    private static Result reason(@Nullable Account account) {
        if (account == null) return Result.UNKNOWN;
        return account.maySignIn() ? Result.WRONG : Result.NOT_ACTIVE;
    }

    /**
     * Where somebody tries to sign in.
     *
     * @param client the registered client
     * @param address the caller's address
     * @param device what the caller proved to have signed in from before, if anything
     */
    public record Origin(String client, String address, Source.@Nullable Device device) {

        public Origin(String client, String address) {
            this(client, address, null);
        }

        Source source() {
            return new Source(address, device);
        }
    }

    /** What the record says; the caller hears less. Rows from before this version also say LOCKED_OUT. */
    enum Result {
        SIGNED_IN,
        WRONG,
        TOO_EARLY,
        NOT_ACTIVE,
        UNKNOWN
    }

    /** What the caller hears. */
    public sealed interface Outcome {
        record SignedIn(AccountId account) implements Outcome {}

        record Refused() implements Outcome {}
    }
}
