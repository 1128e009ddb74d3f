package cn.dangjian.identity.token;

import cn.dangjian.platform.web.caller.ServiceTokens;
import java.time.Clock;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** The token of identity itself, as if it had signed in with client credentials. */
class OwnToken implements ServiceTokens {

    private final JwtEncoder encoder;
    private final TokenSettings settings;
    private final Clock clock;

    OwnToken(JwtEncoder encoder, TokenSettings settings, Clock clock) {
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String bearer() {
        var now = clock.instant();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject("identity")
                .audience(List.of(settings.audience()))
                .issuedAt(now)
                .expiresAt(now.plus(settings.service()))
                .claim(Claims.SERVICE, true)
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
