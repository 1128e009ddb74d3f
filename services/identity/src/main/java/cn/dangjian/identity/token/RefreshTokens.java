package cn.dangjian.identity.token;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Refresh tokens for every client of a person.
 *
 * <p>Spring Authorization Server's own generator gives public clients none; ours are rotated with detection of reuse,
 * which is what RFC 9700 asks of them.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final StringKeyGenerator random =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);

    private final Successors successors;

    RefreshTokens(Successors successors) {
        this.successors = successors;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) return null;
        var now = Instant.now();
        var life = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(value(context.getAuthorization()), now, now.plus(life));
    }

    /** The first of a session is random, each later one follows from the one that was brought. */
    private String value(@Nullable OAuth2Authorization authorization) {
        var brought = authorization == null ? null : authorization.getRefreshToken();
        if (authorization == null || brought == null) return random.generateKey();
        String token = brought.getToken().getTokenValue();
        String current = authorization.getAttribute(StoredAuthorizations.CURRENT);
        return current == null ? successors.of(token) : successors.newest(token, current);
    }
}
