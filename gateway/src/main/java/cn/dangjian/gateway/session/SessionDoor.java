package cn.dangjian.gateway.session;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.gateway.console.ConsoleFiles;
import cn.dangjian.gateway.problem.ProblemException;
import cn.dangjian.gateway.rate.RateLimits;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door of the pages' sessions: begin with a code, go on, end. */
@Configuration(proxyBeanMethods = false)
class SessionDoor {

    private static final String OVER = "session.over";

    private final Identity identity;
    private final FirstPages firstPages;
    private final String console;
    private final GatewayFilter rate;

    SessionDoor(
            Identity identity,
            FirstPages firstPages,
            ConsoleFiles console,
            RateLimits rates,
            SessionSettings settings) {
        this.identity = identity;
        this.firstPages = firstPages;
        this.console = console.version();
        var perAddress = Objects.requireNonNull(settings.addressRate());
        this.rate = rates.of("session", perAddress, perAddress, true);
    }

    /**
     * What a page brings back from identity.
     *
     * @param redirect the address to which identity sent it, letter by letter
     */
    record Begin(
            @Nullable String code,
            @Nullable String verifier,
            @Nullable String redirect) {}

    /**
     * What a page keeps in memory.
     *
     * @param console the version of the pages that are served today: a browser may have kept older ones
     * @param me who it is, as identity says; null if nobody asked for it, or if it was not to be had
     * @param pages what he sees first, by path; without what nobody asked for or was not to be had shortly
     */
    record Access(
            String token,
            long seconds,
            String console,
            @Nullable JsonNode me,
            Map<String, ?> pages) {

        @Override
        public String toString() {
            return "Access";
        }
    }

    @Bean
    RouterFunction<ServerResponse> sessions() {
        return RouterFunctions.route()
                .POST("/session", this::begin)
                .POST("/session/renewal", this::renew)
                .DELETE("/session", this::end)
                .filter(new OwnPages())
                .filter(this::seldom)
                .build();
    }

    private Mono<ServerResponse> begin(ServerRequest request) {
        return request.bodyToMono(Begin.class)
                .onErrorMap(error -> new ProblemException(BAD_REQUEST, "request.invalid", null, error))
                .switchIfEmpty(Mono.error(() -> new ProblemException(BAD_REQUEST, "request.invalid")))
                .flatMap(begin -> {
                    if (begin.code() == null || begin.verifier() == null || begin.redirect() == null)
                        return Mono.error(new ProblemException(BAD_REQUEST, "request.invalid"));
                    return identity.redeem(
                            begin.code(), begin.verifier(), begin.redirect(), asksWho(request), request.exchange());
                })
                .flatMap(tokens -> answer(tokens, request));
    }

    private Mono<ServerResponse> renew(ServerRequest request) {
        String token = SessionCookie.read(request);
        if (token == null) return Mono.error(new ProblemException(UNAUTHORIZED, OVER));
        return identity.refresh(token, asksWho(request), request.exchange()).flatMap(tokens -> answer(tokens, request));
    }

    /** The cookie goes even if identity is away: whoever leaves a desk must not be held there. */
    private Mono<ServerResponse> end(ServerRequest request) {
        String token = SessionCookie.read(request);
        var revoked = token == null ? Mono.<Void>empty() : identity.revoke(token, request.exchange());
        return revoked.onErrorComplete()
                .then(ServerResponse.noContent()
                        .cookie(SessionCookie.none(request))
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** A page that has just been opened asks who one is, and what he sees first, in the same breath. */
    private static boolean asksWho(ServerRequest request) {
        return request.queryParam("me").isPresent();
    }

    private Mono<ServerResponse> answer(Tokens tokens, ServerRequest request) {
        String access = tokens.access();
        String refresh = tokens.refresh();
        if (access == null || refresh == null) return Mono.error(new ProblemException(UNAUTHORIZED, OVER));
        var pages = request.queryParam("first").isEmpty()
                ? Mono.just(Map.<String, Object>of())
                : firstPages.of(tokens.me(), access, request.exchange());
        return pages.flatMap(first -> ServerResponse.ok()
                .cookie(SessionCookie.of(refresh, request))
                .cacheControl(CacheControl.noStore())
                .bodyValue(new Access(access, tokens.seconds(), console, tokens.me(), first)));
    }

    private Mono<ServerResponse> seldom(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return Mono.defer(() -> rate.filter(request.exchange(), counted -> Mono.empty()))
                .then(Mono.defer(() -> next.handle(request)));
    }
}
