package cn.dangjian.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** What is stored of a token: enough to know it again, of no use to anybody else. */
final class TokenHash {

    private static final String MARK = "sha256:";

    private TokenHash() {}

    /** What is stored for a value; one that was read from the table stays as it is. */
    static String stored(String value) {
        return value.startsWith(MARK) ? value : of(value);
    }

    /** The hash of what a client presents, even if it looks like a hash: a stolen table must open nothing. */
    static String of(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return MARK + HexFormat.of().formatHex(digest.digest(value.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static OAuth2AccessToken with(OAuth2AccessToken token, String value) {
        return new OAuth2AccessToken(
                token.getTokenType(), value, token.getIssuedAt(), token.getExpiresAt(), token.getScopes());
    }

    static OAuth2RefreshToken with(OAuth2RefreshToken token, String value) {
        return new OAuth2RefreshToken(value, token.getIssuedAt(), token.getExpiresAt());
    }

    static OAuth2AuthorizationCode with(OAuth2AuthorizationCode token, String value) {
        var issuedAt = token.getIssuedAt();
        var expiresAt = token.getExpiresAt();
        if (issuedAt == null || expiresAt == null) throw new IllegalStateException("A code without times");
        return new OAuth2AuthorizationCode(value, issuedAt, expiresAt);
    }
}
