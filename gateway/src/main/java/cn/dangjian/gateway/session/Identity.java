package cn.dangjian.gateway.session;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.gateway.problem.ProblemException;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks identity for tokens on behalf of a page, as the client that it is registered as. */
@Component
class Identity {

    private static final String CLIENT = "dangjian-web";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Identity(SessionSettings settings) {
        this.http = HttpClient.create()
                .baseUrl(settings.identity().toString())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                .responseTimeout(settings.patience())
                // a code counts once: sending it again by itself would end what the first one gave
                .disableRetry(true);
    }

    /** @param me whether it is asked in the same breath who it is, as for the next one */
    Mono<Tokens> redeem(String code, String verifier, String redirect, boolean me, ServerWebExchange from) {
        return tokens(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        redirect,
                        "me",
                        String.valueOf(me)),
                from);
    }

    Mono<Tokens> refresh(String token, boolean me, ServerWebExchange from) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", token, "me", String.valueOf(me)), from);
    }

    /** Ends the session of a refresh token; one that is over already is no failure. */
    Mono<Void> revoke(String token, ServerWebExchange from) {
        return post("/oauth2/revoke", Map.of("token", token, "token_type_hint", "refresh_token"), from)
                .responseSingle((response, body) ->
                        response.status().code() < 500 ? Mono.<Void>empty() : Mono.error(away(response)))
                .onErrorMap(Identity::isFailure, Identity::unavailable);
    }

    private Mono<Tokens> tokens(Map<String, String> form, ServerWebExchange from) {
        return post("/oauth2/token", form, from)
                .responseSingle(this::read)
                .onErrorMap(Identity::isFailure, Identity::unavailable);
    }

    private HttpClient.ResponseReceiver<?> post(String path, Map<String, String> form, ServerWebExchange from) {
        var fields = new java.util.TreeMap<>(form);
        fields.put("client_id", CLIENT);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded");
                    forwarded(headers, from);
                })
                .post()
                .uri(path)
                .send(reactor.netty.ByteBufFlux.fromString(Mono.just(body)));
    }

    /** Whose failures are counted, and where the session says that it is. */
    private static void forwarded(HttpHeaders headers, ServerWebExchange from) {
        InetSocketAddress peer = from.getRequest().getRemoteAddress();
        if (peer != null && peer.getAddress() != null)
            headers.set("X-Forwarded-For", peer.getAddress().getHostAddress());
    }

    private Mono<Tokens> read(HttpClientResponse response, ByteBufMono body) {
        int status = response.status().code();
        if (status >= 500 || status == 429) return Mono.error(away(response));
        if (status != 200) return Mono.error(new ProblemException(UNAUTHORIZED, "session.over"));
        return body.asString().map(text -> json.readValue(text, Tokens.class));
    }

    private static IOException away(HttpClientResponse response) {
        return new IOException("Identity answered with " + response.status());
    }

    private static boolean isFailure(Throwable error) {
        return error instanceof IOException
                || error instanceof JacksonException
                || error instanceof io.netty.handler.timeout.TimeoutException;
    }

    private static ProblemException unavailable(Throwable error) {
        return new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, error);
    }
}
