package cn.dangjian.identity.token;

import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.CLAIMS_METADATA_NAME;

import cn.dangjian.identity.session.LiveSessions;
import cn.dangjian.identity.token.AuthorizationRepository.Rotated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * time ends the whole session, for then somebody has it who should not; unless it comes within seconds, as it does from two
 * tabs or after a lost answer, and then gets the same successor.
 */
class StoredAuthorizations implements OAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(StoredAuthorizations.class);

    /** The hash of the refresh token by which an authorization was found; never stored. */
    private static final String PRESENTED = "cn.dangjian.presented";

    /** The hash of the newest refresh token, where an older one was presented; never stored. */
    static final String CURRENT = "cn.dangjian.current";

    private final OAuth2AuthorizationService stored;
    private final AuthorizationRepository authorizations;
    private final LiveSessions sessions;
    private final TransactionTemplate transaction;
    private final Grace grace;

    StoredAuthorizations(
            OAuth2AuthorizationService stored,
            AuthorizationRepository authorizations,
            LiveSessions sessions,
            TransactionTemplate transaction,
            Grace grace) {
        this.stored = stored;
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.transaction = transaction;
        this.grace = grace;
    }

    /** How long after its exchange a refresh token may come again. */
    record Grace(Duration length, Clock clock) {

        Instant now() {
            return clock.instant();
        }

        boolean covers(Rotated rotated) {
            return rotated.at().plus(length).isAfter(now());
        }
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (isNew(authorization)) {
            stored.save(hashed(authorization));
            return;
        }
        boolean saved = Boolean.TRUE.equals(transaction.execute(status -> saveOnce(authorization)));
        if (saved) return;

        end(authorization.getId());
        log.warn("A token of session {} was exchanged twice at a time; it is over", authorization.getId());
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    /** Nobody else knows its number yet; a lock on a row that is missing would end in a deadlock of two sign-ins. */
    private boolean isNew(OAuth2Authorization authorization) {
        return authorization.getAttribute(PRESENTED) == null && stored.findById(authorization.getId()) == null;
    }

    private boolean saveOnce(OAuth2Authorization authorization) {
        var before = authorizations.lock(authorization.getId()).orElse(null);
        String presented = authorization.getAttribute(PRESENTED);
        if (before == null) return false;
        if (isRevoked(authorization)) {
            endNow(authorization.getId());
            return true;
        }
        var next = hashed(authorization);
        if (!before.hash().isEmpty() && !before.hash().equals(value(next.getRefreshToken()))) {
            // whoever was faster has stored the same exchange, and one more
            if (!before.hash().equals(presented)) return mayComeAgain(presented);
            authorizations.rotate(before.hash(), authorization.getId(), before.expiresAt(), grace.now());
        }
        stored.save(next);
        return true;
    }

    /** Whoever revokes one of its tokens signs out, whichever it was. */
    private static boolean isRevoked(OAuth2Authorization authorization) {
        var access = authorization.getAccessToken();
        var refresh = authorization.getRefreshToken();
        return (access != null && access.isInvalidated()) || (refresh != null && refresh.isInvalidated());
    }

    private boolean mayComeAgain(@Nullable String presented) {
        return presented != null
                && authorizations.findRotated(presented).filter(grace::covers).isPresent();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        end(authorization.getId());
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
        return found != null ? presented(found, token, hash) : comesAgain(token, hash);
    }

    private @Nullable OAuth2Authorization comesAgain(String token, String hash) {
        var rotated = authorizations.findRotated(hash).orElse(null);
        if (rotated == null) return null;
        if (grace.covers(rotated)) {
            var found = stored.findById(rotated.authorization());
            return found == null ? null : presented(found, token, hash);
        }
        if (end(rotated.authorization()))
            log.warn(
                    "A refresh token of session {} came again after it was exchanged; it is over",
                    rotated.authorization());
        return null;
    }

    private static @Nullable OAuth2Authorization presented(OAuth2Authorization found, String token, String hash) {
        var refresh = found.getRefreshToken();
        if (refresh == null) return null;
        var again = OAuth2Authorization.from(found)
                .token(TokenHash.with(refresh.getToken(), token))
                .attribute(PRESENTED, hash);
        String current = value(refresh);
        return (current.equals(hash) ? again : again.attribute(CURRENT, current)).build();
    }

    private @Nullable OAuth2Authorization findByAccessToken(String token) {
        var found = stored.findByToken(TokenHash.of(token), OAuth2TokenType.ACCESS_TOKEN);
        var access = found == null ? null : found.getAccessToken();
        if (found == null || access == null) return null;
        return OAuth2Authorization.from(found)
                .token(TokenHash.with(access.getToken(), token))
                .build();
    }

    /** Whether there was such a session. */
    private boolean end(String authorization) {
        return Boolean.TRUE.equals(transaction.execute(status -> endNow(authorization)));
    }

    private boolean endNow(String authorization) {
        authorizations.remove(authorization);
        return sessions.end(authorization);
    }

    private static OAuth2Authorization hashed(OAuth2Authorization authorization) {
        var next = OAuth2Authorization.from(authorization).attributes(all -> {
            all.remove(PRESENTED);
            all.remove(CURRENT);
        });
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
