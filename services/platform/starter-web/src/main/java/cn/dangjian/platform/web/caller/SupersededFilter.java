package cn.dangjian.platform.web.caller;

import cn.dangjian.platform.web.problem.DoorRefusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a person's token with 401 {@code token.superseded} once what the account may do has changed since it was made, or
 * the session in which it was made has ended.
 *
 * <p>Asked once for a request, before all doors, so that none of them can forget it. Tokens that carry no version are
 * those of services: no post or mandate stands behind them that could end.
 */
public class SupersededFilter extends OncePerRequestFilter {

    private static final String SESSION = "sid";

    private final AccessVersions access;
    private final HandlerExceptionResolver problems;

    public SupersededFilter(AccessVersions access, HandlerExceptionResolver problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = request.getUserPrincipal() instanceof JwtAuthenticationToken authentication
                ? refusal(authentication.getToken())
                : null;
        if (refusal == null) chain.doFilter(request, response);
        else problems.resolveException(request, response, null, refusal);
    }

    private @Nullable Exception refusal(Jwt token) {
        var version = AccessVersions.carriedBy(token);
        if (version == null) return null;
        try {
            var account = CallerArguments.account(token);
            boolean over = access.isOver(account, version, token.getClaimAsString(SESSION));
            return over ? DoorRefusal.TOKEN_SUPERSEDED.get() : null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
