package cn.dangjian.gateway.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import cn.dangjian.gateway.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a request that nobody can read, as the services do, before anybody looks at its token. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableRequest implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(ReadableRequest.class);

    /** What clients say of themselves, in whatever letters; no door reads them. */
    private static final Set<String> UNREAD = Set.of("user-agent", "referer", "cookie");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var refusal = refusal(request);
        if (refusal == null) return chain.filter(exchange);
        log.info("{} {}: {}", request.getMethod(), request.getURI().getRawPath(), refusal.code());
        return Mono.error(refusal);
    }

    private static @Nullable ProblemException refusal(ServerHttpRequest request) {
        boolean readable = hasReadableHeaders(request.getHeaders())
                && isReadable(request.getURI().getRawQuery());
        if (!readable) return new ProblemException(BAD_REQUEST, "request.invalid");
        return hasReadableType(request.getHeaders())
                ? null
                : new ProblemException(UNSUPPORTED_MEDIA_TYPE, "media.unsupported");
    }

    private static boolean hasReadableHeaders(HttpHeaders headers) {
        return headers.headerSet().stream()
                .filter(header -> !UNREAD.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream())
                .allMatch(value -> value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t'));
    }

    /** One type and not a range of them. */
    private static boolean hasReadableType(HttpHeaders headers) {
        try {
            var type = headers.getContentType();
            return type == null || type.isConcrete();
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
