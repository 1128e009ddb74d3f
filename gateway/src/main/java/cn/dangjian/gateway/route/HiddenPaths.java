package cn.dangjian.gateway.route;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.gateway.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What services say to each other and to operators does not exist for the outside, with or without a token. */
@Component
@Order(HiddenPaths.BEFORE_SECURITY)
class HiddenPaths implements WebFilter {

    static final int BEFORE_SECURITY = -110;

    private static final Set<String> HIDDEN = Set.of("internal", "actuator");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // decoded segments, so that no spelling of the word gets through
        boolean hidden = exchange.getRequest().getPath().pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch().toLowerCase(Locale.ROOT))
                .filter(segment -> !segment.isEmpty())
                .skip(1)
                .limit(1)
                .anyMatch(HIDDEN::contains);
        return hidden ? Mono.error(new ProblemException(NOT_FOUND, "path.unknown")) : chain.filter(exchange);
    }
}
