package cn.dangjian.identity.device;

import cn.dangjian.identity.attempt.Source;
import cn.dangjian.identity.token.TokenSettings;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * 设备凭证: the proof that somebody has signed in from this device before, with one login. It opens nothing: whoever brings
 * it is only not slowed down by what others do with that login. In the browser it is a cookie of the login page; the app
 * keeps it as {@code device_token}.
 */
@Component
public class DeviceToken {

    /** The field in requests and answers of the token endpoint. */
    public static final String FIELD = "device_token";

    private static final String COOKIE = "dangjian-device";
    private static final String AUDIENCE = "device";

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final URI issuer;
    private final DeviceSettings settings;
    private final Clock clock;

    DeviceToken(
            JwtEncoder encoder,
            JWKSource<SecurityContext> keys,
            TokenSettings tokens,
            DeviceSettings settings,
            Clock clock) {
        this.encoder = encoder;
        this.decoder = decoder(keys);
        this.issuer = URI.create(tokens.issuer());
        this.settings = settings;
        this.clock = clock;
    }

    /** For whoever has just signed in: the same device for longer, or a new one. */
    public String of(String login, Source.@Nullable Device before) {
        var now = clock.instant();
        String known = before != null && before.login().equalsIgnoreCase(login) ? before.id() : null;
        var claims = JwtClaimsSet.builder()
                .subject(login)
                .audience(List.of(AUDIENCE))
                .id(known == null ? UUID.randomUUID().toString() : known)
                .issuedAt(now)
                .expiresAt(now.plus(settings.life()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    public ResponseCookie cookie(String login, Source.@Nullable Device before) {
        return ResponseCookie.from(COOKIE, of(login, before))
                .httpOnly(true)
                .secure("https".equals(issuer.getScheme()))
                .sameSite("Lax")
                .path(issuer.getPath() + "/login")
                .maxAge(settings.life())
                .build();
    }

    public Source.@Nullable Device read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return read(cookie == null ? null : cookie.getValue());
    }

    /** Null if there is none, or none of ours: then it is as if nothing had been sent. */
    public Source.@Nullable Device read(@Nullable String token) {
        if (token == null || token.isBlank()) return null;
        try {
            var proof = decoder.decode(token);
            String login = proof.getSubject();
            String id = proof.getId();
            return login == null || id == null ? null : new Source.Device(login, id);
        } catch (JwtException e) {
            return null;
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
