package cn.dangjian.platform.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.web.problem.DoorRefusal;
import cn.dangjian.platform.web.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a request whose parameters, headers or type nobody can read, before anybody tries: each reader behind it would
 * fail in a way of its own, some of them before the token is looked at.
 */
public class ReadableFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ReadableFilter.class);

    /** What clients say of themselves, in whatever letters; no door reads them. */
    private static final Set<String> UNREAD = Set.of("user-agent", "referer", "cookie");

    private final DataSize largestForm;
    private final HandlerExceptionResolver problems;

    /** @param largestForm how large the body of a form may be */
    public ReadableFilter(DataSize largestForm, HandlerExceptionResolver problems) {
        this.largestForm = largestForm;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        log.info("{} {}: {}", request.getMethod(), request.getRequestURI(), refusal.getMessage());
        problems.resolveException(request, response, null, refusal);
    }

    private @Nullable ProblemException refusal(HttpServletRequest request) {
        if (!hasReadableHeaders(request) || !isReadable(request.getQueryString())) return DoorRefusal.BAD.get();
        if (!hasReadableType(request)) return DoorRefusal.UNSUPPORTED.get();
        try {
            request.getParameterMap();
            return null;
        } catch (InvalidParameterException e) {
            boolean large = e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
            return large ? DoorRefusal.TOO_LARGE.with(largestForm.toBytes()) : DoorRefusal.BAD.get();
        }
    }

    private static boolean hasReadableHeaders(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            if (UNREAD.contains(name.toLowerCase(Locale.ROOT))) continue;
            for (String value : Collections.list(request.getHeaders(name))) {
                if (!value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t')) return false;
            }
        }
        return true;
    }

    /** One type and not a range of them. */
    private static boolean hasReadableType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) return true;
        try {
            return MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Percents are followed by two digits, and what they stand for is UTF-8. */
    private static boolean isReadable(@Nullable String query) {
        if (query == null) return true;
        try {
            byte[] bytes = URLDecoder.decode(query, ISO_8859_1).getBytes(ISO_8859_1);
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }
}
