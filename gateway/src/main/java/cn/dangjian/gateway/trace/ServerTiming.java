package cn.dangjian.gateway.trace;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Says how long the house took until it began to answer, in ms: whoever finds a page slow sees in his browser whether that was
 * the line. Nothing is said of refusals: how long it took to refuse a password is nobody's business.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServerTiming implements WebFilter {

    private static final String HEADER = "Server-Timing";
    private static final double NANOS = 1e6;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long begun = System.nanoTime();
        var response = exchange.getResponse();
        response.beforeCommit(() -> {
            var status = response.getStatusCode();
            if (status != null && !status.isError()) {
                double took = (System.nanoTime() - begun) / NANOS;
                response.getHeaders().set(HEADER, String.format(Locale.ROOT, "house;dur=%.1f", took));
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
