package cn.dangjian.identity.token;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.session.LiveSessions;
import cn.dangjian.platform.web.caller.AccountId;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Identity itself believes a person's token only while the account may do what it could when the token was made, and its
 * session goes on: at these doors an end of a post, a kick-out, a lock or a sign-out counts at once, not when the token
 * expires.
 */
class StillGood implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2TokenValidatorResult OVER =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "Sign in or refresh", null));

    private final Accounts accounts;
    private final LiveSessions sessions;

    StillGood(Accounts accounts, LiveSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (Boolean.TRUE.equals(token.getClaim(Claims.SERVICE))) return OAuth2TokenValidatorResult.success();
        try {
            var account = accounts.find(AccountId.valueOf(String.valueOf(token.getSubject())));
            boolean good = account.filter(Account::maySignIn)
                    .filter(found -> token.getClaim(Claims.AUTHORITY) instanceof Number version
                            && version.longValue() == found.authzVersion())
                    .isPresent();
            String session = token.getClaimAsString(Claims.SESSION);
            good = good && (session == null || sessions.isLive(session));
            return good ? OAuth2TokenValidatorResult.success() : OVER;
        } catch (NumberFormatException e) {
            return OVER;
        }
    }
}
