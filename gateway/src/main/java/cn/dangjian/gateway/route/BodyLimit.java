package cn.dangjian.gateway.route;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import cn.dangjian.gateway.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: before it is read if it says its length, in the middle if it does not. */
record BodyLimit(DataSize limit) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > limit.toBytes()) return Mono.error(tooLarge());
        if (!request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) return chain.filter(exchange);

        var counted = new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> count(super.getBody()));
            }
        };
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private Flux<DataBuffer> count(Flux<DataBuffer> body) {
        var seen = new AtomicLong();
        return body.handle((buffer, sink) -> {
            if (seen.addAndGet(buffer.readableByteCount()) <= limit.toBytes()) {
                sink.next(buffer);
            } else {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge());
            }
        });
    }

    private static ProblemException tooLarge() {
        return new ProblemException(CONTENT_TOO_LARGE, "body.too-large");
    }
}
