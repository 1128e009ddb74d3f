package cn.dangjian.platform.web.leaving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever asks a service that leaves to ask elsewhere next time: the answer is the last one of its connection. */
class LastAnswerFilter extends OncePerRequestFilter {

    private final Leaving leaving;

    LastAnswerFilter(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving.hasBegun()) response.setHeader(HttpHeaders.CONNECTION, "close");
        chain.doFilter(request, response);
    }
}
