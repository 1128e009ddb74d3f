package cn.dangjian.gateway.problem;

import static org.springframework.http.HttpStatus.GATEWAY_TIMEOUT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_IMPLEMENTED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.gateway.trace.TraceId;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns whatever goes wrong in the gateway, or between it and a service, into a problem. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || error instanceof AbortedException) {
            log.debug("The client or the service left: {}", error.toString());
            return Mono.error(error);
        }
        var problem = explain(error);
        report(exchange, problem, error);
        return writer.write(exchange, problem);
    }

    private static ProblemException explain(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            var problem = known(cause);
            if (problem != null) return problem;
        }
        return new ProblemException(INTERNAL_SERVER_ERROR, "service.error", null, error);
    }

    private static @Nullable ProblemException known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case BulkheadFullException full ->
                new ProblemException(SERVICE_UNAVAILABLE, "service.busy", Duration.ofSeconds(1), full);
            case ServiceUnavailableException resting -> unavailable(resting);
            case TimeoutException late -> new ProblemException(GATEWAY_TIMEOUT, "service.timeout", null, late);
            case ResponseStatusException status -> ofStatus(status);
            case IOException broken -> unavailable(broken);
            default -> null;
        };
    }

    private static ProblemException ofStatus(ResponseStatusException error) {
        var status = HttpStatus.valueOf(error.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND -> new ProblemException(status, "path.unknown");
            case METHOD_NOT_ALLOWED -> new ProblemException(status, "method.not-allowed");
            case CONTENT_TOO_LARGE -> new ProblemException(status, "body.too-large");
            case SERVICE_UNAVAILABLE -> unavailable(error);
            case GATEWAY_TIMEOUT -> new ProblemException(status, "service.timeout", null, error);
            default ->
                status.is4xxClientError()
                        ? new ProblemException(status, "request.invalid")
                        : new ProblemException(status, "service.error", null, error);
        };
    }

    private static ProblemException unavailable(Throwable cause) {
        return new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, cause);
    }

    private static void report(ServerWebExchange exchange, ProblemException problem, Throwable error) {
        // thousands a second in an overload; the metrics count them
        boolean refusedAtOnce = error instanceof ServiceUnavailableException || error instanceof BulkheadFullException;
        if (refusedAtOnce
                || problem.status() == NOT_IMPLEMENTED
                || !problem.status().is5xxServerError()) return;

        var request = exchange.getRequest();
        String path = request.getPath().value();
        if (problem.status() == INTERNAL_SERVER_ERROR) {
            log.error("[{}] {} {} failed", TraceId.of(exchange), request.getMethod(), path, error);
        } else {
            log.warn(
                    "[{}] {} {} {}: {}",
                    TraceId.of(exchange),
                    request.getMethod(),
                    path,
                    problem.code(),
                    error.toString());
        }
    }
}
