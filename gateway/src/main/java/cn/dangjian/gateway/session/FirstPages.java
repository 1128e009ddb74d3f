package cn.dangjian.gateway.session;

import cn.dangjian.gateway.console.ConsoleFiles;
import cn.dangjian.gateway.route.ServiceAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sees first, asked for with the token that he is just given: on the line of a village each answer that has to
 * be waited for costs a fifth of a second.
 */
@Component
class FirstPages {

    /** What takes longer is left out, and asked for by the page itself. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private static final int LARGEST = 1 << 20;

    private static final TypeReference<Map<String, List<String>>> BY_TIER = new TypeReference<>() {};

    private final Map<String, List<String>> paths;
    private final Map<String, URI> services;
    private final WebClient http;
    private final JsonMapper json;

    FirstPages(ConsoleFiles console, ServiceAddresses services, JsonMapper json) {
        this.paths = json.readValue(console.firstPages(), BY_TIER);
        this.services = services.all();
        this.http = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
        this.json = json;
    }

    /**
     * The answers by path; what is refused, away or slow is missing.
     *
     * @param me who it is, as identity says; nobody is shown nothing
     */
    Mono<Map<String, JsonNode>> of(@Nullable JsonNode me, String token, ServerWebExchange from) {
        if (me == null) return Mono.just(Map.of());
        var tier = me.path("tier");
        String who =
                me.path("administrator").asBoolean(false) ? "OPERATOR" : tier.isString() ? tier.asString() : "MEMBER";
        return Flux.fromIterable(paths.getOrDefault(who, List.of()))
                .flatMap(path -> ask(path, token, from).map(said -> Map.entry(path, said)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<JsonNode> ask(String path, String token, ServerWebExchange from) {
        int end = path.indexOf('/', 1);
        var service = services.get(path.substring(1, end));
        if (service == null) return Mono.empty();
        return http.get()
                .uri(URI.create(service + path.substring(end)))
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                    String language = from.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
                    if (language != null) headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
                    var peer = from.getRequest().getRemoteAddress();
                    if (peer != null && peer.getAddress() != null)
                        headers.set("X-Forwarded-For", peer.getAddress().getHostAddress());
                })
                .exchangeToMono(this::read)
                .timeout(SHORTLY)
                .onErrorResume(error -> Mono.empty());
    }

    private Mono<JsonNode> read(ClientResponse answer) {
        if (answer.statusCode() != HttpStatus.OK) return answer.releaseBody().then(Mono.empty());
        return answer.bodyToMono(String.class).map(json::readTree);
    }
}
