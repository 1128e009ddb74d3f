package cn.dangjian.identity.token;

import cn.dangjian.identity.session.Acting;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** A person's next token in a session that goes on from another post. */
public class ActingTokens {

    private final JwtEncoder encoder;
    private final Claims claims;
    private final TokenSettings settings;
    private final Clock clock;

    ActingTokens(JwtEncoder encoder, Claims claims, TokenSettings settings, Clock clock) {
        this.encoder = encoder;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token and how long it lives. */
    public record Issued(String value, Duration life) {}

    /** @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException if the account may not sign in */
    public Issued issue(AccountId id, String session, Acting acting) {
        var now = clock.instant();
        var body = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject(String.valueOf(id.value()))
                .audience(List.of(settings.audience()))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.access()));
        claims.describe(claims.account(id), session, acting, body);
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var jwt = encoder.encode(JwtEncoderParameters.from(header, body.build()));
        Instant end = jwt.getExpiresAt() == null ? now : jwt.getExpiresAt();
        return new Issued(jwt.getTokenValue(), Duration.between(now, end));
    }
}
