package cn.dangjian.identity.grant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The authorization server works in filters, which no controller advice sees: their failures are answered here. */
class ProblemsFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    ProblemsFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted() || problems.resolveException(request, response, null, e) == null) throw e;
        }
    }
}
