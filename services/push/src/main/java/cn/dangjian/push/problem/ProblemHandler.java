package cn.dangjian.push.problem;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns whatever goes wrong before a stream has begun into a problem; a stream that has begun can only end. */
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
        if (exchange.getResponse().isCommitted() || error instanceof AbortedException) return Mono.error(error);

        return writer.write(exchange, explain(error));
    }

    private static ProblemException explain(Throwable error) {
        return switch (error) {
            case ProblemException problem -> problem;
            case AuthenticationServiceException keysAway -> keysAway(keysAway);
            // the decoder's own way of saying that the keys could not be fetched
            case IllegalStateException keysAway
            when keysAway.getCause() instanceof WebClientException -> keysAway(keysAway);
            case AuthenticationException refused -> new ProblemException(UNAUTHORIZED, "token.invalid", null, refused);
            case ResponseStatusException status -> ofStatus(status);
            default -> unexpected(error);
        };
    }

    private static ProblemException keysAway(Exception error) {
        log.error("A token cannot be verified: {}", String.valueOf(error.getCause()));
        return new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, error);
    }

    private static ProblemException ofStatus(ResponseStatusException error) {
        var status = HttpStatus.valueOf(error.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND -> new ProblemException(status, "path.unknown");
            case METHOD_NOT_ALLOWED -> new ProblemException(status, "method.not-allowed");
            case NOT_ACCEPTABLE -> new ProblemException(status, "media.not-acceptable");
            default -> status.is4xxClientError() ? new ProblemException(status, "request.invalid") : unexpected(error);
        };
    }

    private static ProblemException unexpected(Throwable error) {
        log.error("Unexpected", error);
        return new ProblemException(INTERNAL_SERVER_ERROR, "service.error", null, error);
    }
}
