package cn.dangjian.identity.token;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.session.Acting;
import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says: who, and from which post at which unit; never what they may see.
 *
 * <p>Every token is made from the account as it is now. One that was locked gets none, by whichever grant.
 */
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String SERVICE = "svc";

    /** The version of what the account may do. */
    static final String AUTHORITY = "av";

    static final String SESSION = "sid";

    private final TokenSettings settings;
    private final Accounts accounts;
    private final ActingPosts posts;

    Claims(TokenSettings settings, Accounts accounts, ActingPosts posts) {
        this.settings = settings;
        this.accounts = accounts;
        this.posts = posts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims().audience(new ArrayList<>(List.of(settings.audience())));
        if (CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            claims.claim(SERVICE, true);
        } else {
            Authentication person = Objects.requireNonNull(context.getPrincipal());
            describe(AccountId.valueOf(person.getName()), context, person, claims);
        }
    }

    private void describe(
            AccountId id, JwtEncodingContext context, Authentication person, JwtClaimsSet.Builder claims) {
        // the account first: if something ends meanwhile, the token carries a version that is refused
        var account = account(id);
        var authorization = context.getAuthorization();
        if (authorization == null) throw refused();
        String address = person.getDetails() instanceof String text ? text : "";
        var acting = posts.resume(
                        authorization.getId(), id, context.getRegisteredClient().getClientId(), address)
                .orElseThrow(Claims::refused);
        describe(account, authorization.getId(), acting, claims);
    }

    /** The account as it is now, if it may sign in. */
    Account account(AccountId id) {
        return accounts.find(id).filter(Account::maySignIn).orElseThrow(Claims::refused);
    }

    /** A token lives no longer than the post from which it acts. */
    void describe(Account account, String session, Acting acting, JwtClaimsSet.Builder claims) {
        claims.claim("roles", new ArrayList<>(account.roles()))
                .claim(AUTHORITY, account.authzVersion())
                .claim(SESSION, session);
        var post = acting.post();
        if (post != null) {
            claims.claim("unit", post.unit()).claim("post", post.id()).claim("duty", post.duty());
        }
        if (acting.mandate() != null) claims.claim("mandate", acting.mandate());
        var end = acting.end();
        if (end != null) {
            claims.claims(all -> {
                if (all.get(JwtClaimNames.EXP) instanceof Instant life && life.isAfter(end)) {
                    all.put(JwtClaimNames.EXP, end);
                }
            });
        }
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
