package cn.dangjian.identity.token;

import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.CLAIMS_METADATA_NAME;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Authorizations in the database, so that every replica knows them and a restart forgets none.
 *
 * <p>Adds two things to Spring's own class: token values are stored as hashes, and a refresh token that comes a second
 * time ends the whole authorization, for then somebody has it who should not.
 */
class StoredAuthorizations implements OAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(StoredAuthorizations.class);

    /** The hash of the refresh token by which an authorization was found; never stored. */
    private static final String PRESENTED = "cn.dangjian.presented";

    private final OAuth2AuthorizationService stored;
    private final AuthorizationRepository authorizations;
    private final TransactionTemplate transaction;

    StoredAuthorizations(
            OAuth2AuthorizationService stored,
            AuthorizationRepository authorizations,
            TransactionTemplate transaction) {
        this.stored = stored;
        this.authorizations = authorizations;
        this.transaction = transaction;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        boolean saved = Boolean.TRUE.equals(transaction.execute(status -> saveOnce(authorization)));
        if (saved) return;

        authorizations.remove(authorization.getId());
        log.warn("A token of authorization {} was exchanged twice at a time; it is revoked", authorization.getId());
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private boolean saveOnce(OAuth2Authorization authorization) {
        authorizations.lock(authorization.getId());
        var before = stored.findById(authorization.getId());
        String presented = authorization.getAttribute(PRESENTED);
        if (before == null && presented != null) return false;

        var next = hashed(authorization);
        var rotated = before == null ? null : before.getRefreshToken();
        if (rotated != null && !Objects.equals(value(rotated), value(next.getRefreshToken()))) {
            if (!value(rotated).equals(presented)) return false;
            var end = Objects.requireNonNull(rotated.getToken().getExpiresAt());
            authorizations.rotate(value(rotated), authorization.getId(), end);
        }
        stored.save(next);
        var refresh = next.getRefreshToken();
        if (refresh != null && refresh.isInvalidated()) authorizations.forget(next.getId());
        return true;
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            var found = findByRefreshToken(token);
            return found != null ? found : findByAccessToken(token);
        }
        if (type.equals(OAuth2TokenType.REFRESH_TOKEN)) return findByRefreshToken(token);
        if (type.equals(OAuth2TokenType.ACCESS_TOKEN)) return findByAccessToken(token);
        var found = stored.findByToken(TokenHash.of(token), type);
        var code = found == null ? null : found.getToken(OAuth2AuthorizationCode.class);
        if (found == null || code == null) return found;
        return OAuth2Authorization.from(found)
                .token(TokenHash.with(code.getToken(), token))
                .build();
    }

    private @Nullable OAuth2Authorization findByRefreshToken(String token) {
        String hash = TokenHash.of(token);
        var found = stored.findByToken(hash, OAuth2TokenType.REFRESH_TOKEN);
        var refresh = found == null ? null : found.getRefreshToken();
        if (found == null || refresh == null) {
            authorizations.findRotated(hash).ifPresent(this::revoke);
            return null;
        }
        return OAuth2Authorization.from(found)
                .token(TokenHash.with(refresh.getToken(), token))
                .attribute(PRESENTED, hash)
                .build();
    }

    private @Nullable OAuth2Authorization findByAccessToken(String token) {
        var found = stored.findByToken(TokenHash.of(token), OAuth2TokenType.ACCESS_TOKEN);
        var access = found == null ? null : found.getAccessToken();
        if (found == null || access == null) return null;
        return OAuth2Authorization.from(found)
                .token(TokenHash.with(access.getToken(), token))
                .build();
    }

    private void revoke(String authorization) {
        authorizations.remove(authorization);
        log.warn("A refresh token of authorization {} came again after it was exchanged; it is revoked", authorization);
    }

    private static OAuth2Authorization hashed(OAuth2Authorization authorization) {
        var next = OAuth2Authorization.from(authorization).attributes(all -> all.remove(PRESENTED));
        var access = authorization.getToken(OAuth2AccessToken.class);
        var refresh = authorization.getToken(OAuth2RefreshToken.class);
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        // what the token says is in the token; here it would only be copied into every row
        if (access != null) {
            next.token(
                    TokenHash.with(access.getToken(), stored(access)),
                    metadata -> metadata.remove(CLAIMS_METADATA_NAME));
        }
        if (refresh != null) next.token(TokenHash.with(refresh.getToken(), stored(refresh)));
        if (code != null) next.token(TokenHash.with(code.getToken(), stored(code)));
        return next.build();
    }

    private static String stored(OAuth2Authorization.Token<?> token) {
        return TokenHash.stored(token.getToken().getTokenValue());
    }

    private static String value(OAuth2Authorization.@Nullable Token<OAuth2RefreshToken> token) {
        return token == null ? "" : token.getToken().getTokenValue();
    }
}
