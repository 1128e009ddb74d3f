package cn.dangjian.gateway;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A token that a test sends. */
public record Token(String subject, String issuer, String audience, Duration validFor, RSAKey key) {

    private static final String ADMINISTRATOR = "1";

    public static final String ISSUER = "http://gateway.test/identity";

    public static Token of(String subject) {
        return new Token(subject, ISSUER, "dangjian", Duration.ofMinutes(5), House.KEY);
    }

    /** One whose roles say that it is the administrator's. */
    public static Token ofTheAdministrator() {
        return of(ADMINISTRATOR);
    }

    public Token expired() {
        return new Token(subject, issuer, audience, Duration.ofMinutes(-5), key);
    }

    public Token forged() {
        return new Token(subject, issuer, audience, validFor, Keys.rsa("forger", House.KEY.getKeyID()));
    }

    public Token withUnknownKey() {
        return new Token(subject, issuer, audience, validFor, Keys.rsa("forger", "invented"));
    }

    public Token from(String otherIssuer) {
        return new Token(subject, otherIssuer, audience, validFor, key);
    }

    public Token to(String otherAudience) {
        return new Token(subject, issuer, otherAudience, validFor, key);
    }

    public String text() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .claim("roles", subject.equals(ADMINISTRATOR) ? List.of("administrator") : List.of())
                .issueTime(Date.from(now.minus(Duration.ofMinutes(10))))
                .expirationTime(Date.from(now.plus(validFor)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
