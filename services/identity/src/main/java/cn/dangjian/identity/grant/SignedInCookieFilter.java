package cn.dangjian.identity.grant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the person at the authorization endpoint by the cookie of the login page, which serves once. */
class SignedInCookieFilter extends OncePerRequestFilter {

    private static final RequestMatcher AUTHORIZE = PathPatternRequestMatcher.pathPattern("/oauth2/authorize");

    private final SignedInCookie cookie;

    SignedInCookieFilter(SignedInCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AUTHORIZE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        cookie.read(request).ifPresent(signedIn -> {
            String name = String.valueOf(signedIn.account().value());
            var person = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
            person.setDetails(signedIn.address());
            SecurityContextHolder.setContext(new SecurityContextImpl(person));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.used().toString());
        });
        chain.doFilter(request, response);
    }
}
