package cn.dangjian.gateway.session;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.gateway.problem.ProblemException;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lets in only what a page of this origin sends. A form of another site cannot add a header; a script of another site that
 * does is asked for a permission first, which nobody gives; and a browser says where a request comes from.
 */
final class OwnPages implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    static final String HEADER = "X-Console";

    @Override
    public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
        var headers = request.headers().asHttpHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean own = headers.containsHeader(HEADER)
                && (site == null || site.equals("same-origin"))
                && isOwn(headers.getFirst(HttpHeaders.ORIGIN), request.uri());
        return own ? next.handle(request) : Mono.error(new ProblemException(FORBIDDEN, "access.denied"));
    }

    private static boolean isOwn(@org.jspecify.annotations.Nullable String origin, URI here) {
        if (origin == null) return true;
        try {
            var there = URI.create(origin);
            return Objects.equals(there.getScheme(), here.getScheme())
                    && Objects.equals(there.getAuthority(), here.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
