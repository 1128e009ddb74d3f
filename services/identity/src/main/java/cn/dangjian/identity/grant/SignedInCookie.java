package cn.dangjian.identity.grant;

import cn.dangjian.identity.token.TokenSettings;
import cn.dangjian.platform.web.caller.AccountId;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The proof that somebody has just signed in at the page, on the way back to the authorization endpoint.
 *
 * <p>It lives for a minute and for one path, and is no access token: another audience, no issuer.
 */
@Component
class SignedInCookie {

    private static final String NAME = "dangjian-signed-in";
    private static final String ADDRESS = "address";
    private static final String AUDIENCE = "signed-in";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final URI issuer;
    private final Clock clock;

    SignedInCookie(JwtEncoder encoder, JWKSource<SecurityContext> keys, TokenSettings settings, Clock clock) {
        this.encoder = encoder;
        this.decoder = decoder(keys);
        this.issuer = URI.create(settings.issuer());
        this.clock = clock;
    }

    ResponseCookie of(AccountId account, String address) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(String.valueOf(account.value()))
                .audience(List.of(AUDIENCE))
                .claim(ADDRESS, address)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return cookie(encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue())
                .maxAge(LIFE)
                .build();
    }

    /** Takes it away again: whoever has signed out at a shared desk is not let in once more for the rest of its minute. */
    ResponseCookie used() {
        return cookie("").maxAge(Duration.ZERO).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure("https".equals(issuer.getScheme()))
                .sameSite("Lax")
                .path(issuer.getPath() + "/oauth2/authorize");
    }

    /** Who signed in, and from where. */
    record SignedIn(AccountId account, String address) {}

    Optional<SignedIn> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) return Optional.empty();
        try {
            var proof = decoder.decode(cookie.getValue());
            String address = proof.getClaimAsString(ADDRESS);
            return Optional.ofNullable(proof.getSubject())
                    .map(subject -> new SignedIn(AccountId.valueOf(subject), address == null ? "" : address));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ZERO),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE))));
        return decoder;
    }
}
