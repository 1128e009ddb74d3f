package cn.dangjian.testkit;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Signs tokens for callers of every sort, with keys that only tests trust. Who says the same of a caller again gets the
 * token of a moment ago: signing is slower than most of what a test asks for.
 */
public class Tokens {

    static final String ISSUER = "http://test/identity";
    private static final String AUDIENCE = "dangjian";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final RSAKey KEY = Keys.rsa("tokens");
    private static final RSAKey FORGER = Keys.rsa("forger");
    private static final Map<Map<String, Object>, Given> GIVEN = new ConcurrentHashMap<>();

    private record Given(String token, Instant at) {}

    /** Someone with a post at a unit; account and post have the unit's number. */
    public String at(long unit) {
        return at(unit, unit);
    }

    /** A certain account with a post at a unit. */
    public String at(long unit, long account) {
        return given(person(account, unit));
    }

    /** The same, made when what the account may do had this version. */
    public String at(long unit, long account, long version) {
        return given(person(account, unit).claim("av", version));
    }

    /** The same, made in this session. */
    public String at(long unit, long account, long version, String session) {
        return given(person(account, unit).claim("av", version).claim("sid", session));
    }

    /** The operator of the platform. */
    public String administrator() {
        return given(claims("999").claim("roles", List.of("administrator")));
    }

    /** Someone who has signed in but has no post. */
    public String withoutPost() {
        return given(claims("998"));
    }

    /** Another service of the house. */
    public String service(String name) {
        return given(claims(name).claim("svc", true));
    }

    /** Expired an hour ago. */
    public String expired(long unit) {
        return sign(KEY, person(unit, unit), Instant.now().minus(Duration.ofHours(1)));
    }

    /** Expires after the given time. */
    public String at(long unit, Duration life) {
        return sign(KEY, person(unit, unit), Instant.now().plus(life));
    }

    /** Signed with a key that nobody trusts. */
    public String forged(long unit) {
        return sign(FORGER, person(unit, unit), Instant.now().plus(LIFE));
    }

    /** Meant for another audience. */
    public String forAnotherAudience(long unit) {
        return given(person(unit, unit).audience("elsewhere"));
    }

    static JwtDecoder decoder() {
        try {
            var decoder = NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
            decoder.setJwtValidator(validator());
            return decoder;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReactiveJwtDecoder reactiveDecoder() {
        try {
            var decoder =
                    NimbusReactiveJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
            decoder.setJwtValidator(validator());
            return decoder;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator() {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(ISSUER),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, aud -> aud != null && aud.contains(AUDIENCE)));
    }

    private static JWTClaimsSet.Builder person(long account, long unit) {
        return claims(String.valueOf(account))
                .claim("unit", unit)
                .claim("post", unit)
                .claim("duty", "office");
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject(subject).audience(AUDIENCE);
    }

    private static String given(JWTClaimsSet.Builder claims) {
        var now = Instant.now();
        return GIVEN.compute(
                        Map.copyOf(claims.getClaims()),
                        (said, last) -> last != null && last.at().plus(MOMENT).isAfter(now)
                                ? last
                                : new Given(sign(KEY, claims, now.plus(LIFE)), now))
                .token();
    }

    private static String sign(RSAKey key, JWTClaimsSet.Builder claims, Instant expiry) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder(claims.build())
                            .issueTime(Date.from(expiry.minus(LIFE)))
                            .expirationTime(Date.from(expiry))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
