package cn.dangjian.identity.token;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.post.Posts;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
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

    private final TokenSettings settings;
    private final Accounts accounts;
    private final Posts posts;

    Claims(TokenSettings settings, Accounts accounts, Posts posts) {
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
            describe(AccountId.valueOf(person.getName()), claims);
        }
    }

    private void describe(AccountId id, JwtClaimsSet.Builder claims) {
        var account = accounts.find(id)
                .filter(Account::maySignIn)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        claims.claim("roles", new ArrayList<>(account.roles())).claim("av", account.authzVersion());
        posts.of(id).ifPresent(post -> claims.claim("unit", post.unit())
                .claim("post", post.id())
                .claim("duty", post.duty()));
    }
}
