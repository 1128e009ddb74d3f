package cn.dangjian.identity.grant;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.me.Me;
import cn.dangjian.platform.web.caller.AccountId;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * What comes with a token. Whoever asks with {@code me=true} hears in the same breath who it is, as {@code GET /v1/me} says:
 * the line of a village is slow, and each client asks this next.
 */
@Component
class TokenAnswer implements AuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(TokenAnswer.class);

    private static final String ME = "me";

    private final AuthenticationSuccessHandler alone = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
    private final AuthenticationSuccessHandler withMe;
    private final Me me;

    TokenAnswer(Me me) {
        var handler = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(this::add);
        this.withMe = handler;
        this.me = me;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        boolean asked = Boolean.parseBoolean(request.getParameter(ME));
        (asked ? withMe : alone).onAuthenticationSuccess(request, response, authentication);
    }

    private void add(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken given = context.getAuthentication();
        var more = new LinkedHashMap<String, Object>(given.getAdditionalParameters());
        var found = find(given.getAccessToken().getTokenValue());
        if (!found.isEmpty()) more.put(ME, found);
        context.getAccessTokenResponse().additionalParameters(more);
    }

    /** The token is given whatever happens here: it has taken the place of the one before. */
    private Map<String, Object> find(String token) {
        try {
            var claims = SignedJWT.parse(token).getJWTClaimsSet();
            if (Boolean.TRUE.equals(claims.getClaim("svc"))) return Map.of();
            var account = AccountId.valueOf(claims.getSubject());
            return me.of(new Person(
                    account, claims.getStringClaim("sid"), number(claims, "post"), number(claims, "mandate")));
        } catch (ParseException | RuntimeException e) {
            log.warn("A token was given without saying whose it is", e);
            return Map.of();
        }
    }

    private static @Nullable Long number(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof Number number ? number.longValue() : null;
    }
}
