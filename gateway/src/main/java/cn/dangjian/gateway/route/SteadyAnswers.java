package cn.dangjian.gateway.route;

import cn.dangjian.gateway.trace.TraceId;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Cuts an answer in whose middle nothing more comes: a route's timeout counts until the first byte only, and whoever waits
 * for the rest of an answer would wait for as long as he can. Streams of events are silent while there is nothing to say.
 */
@Component
class SteadyAnswers implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(SteadyAnswers.class);

    private final Duration pause;

    SteadyAnswers(RouteSettings settings) {
        pause = settings.answerPause();
    }

    /** Before the one that writes, which takes the answer from the exchange that it gets. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate().response(steady(exchange)).build());
    }

    private ServerHttpResponse steady(ServerWebExchange exchange) {
        return new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                if (body instanceof Mono) return super.writeWith(body);
                return super.writeWith(new Demand(pause).watch(body, Mono.error(() -> cut(exchange))));
            }
        };
    }

    private TimeoutException cut(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        log.warn(
                "[{}] {} {} cut: nothing more came for {}",
                TraceId.of(exchange),
                request.getMethod(),
                request.getPath().value(),
                pause);
        return new TimeoutException("nothing more came for " + pause);
    }
}
