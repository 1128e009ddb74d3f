package cn.dangjian.gateway.session;

import cn.dangjian.gateway.console.ConsoleFiles;
import cn.dangjian.gateway.route.ServiceAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sees first, asked for with the token that he is just given: on the line of a village each answer that has to
 * be waited for costs a fifth of a second.
 */
@Component
class FirstPages {

    /** Whoever was slow is left out for as long: the page asks by itself, and twice would be too much for him. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final int LARGEST = 1 << 20;

    private static final TypeReference<Map<String, List<String>>> BY_TIER = new TypeReference<>() {};

    private final Map<String, List<String>> paths;
    private final Map<String, URI> services;
    private final Map<String, HousePage> pages;
    private final Map<String, Long> rests = new ConcurrentHashMap<>();
    private final WebClient http;
    private final Duration patience;

    /** @param http the one by which requests are passed on: its connections are renewed and go to all replicas */
    FirstPages(
            ConsoleFiles console,
            ServiceAddresses services,
            List<HousePage> pages,
            HttpClient http,
            SessionSettings settings) {
        this.paths = JsonMapper.shared().readValue(console.firstPages(), BY_TIER);
        this.services = services.all();
        this.pages = pages.stream().collect(Collectors.toMap(HousePage::path, page -> page));
        this.patience = settings.firstPages();
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
    }

    /**
     * The answers by path; what is refused, away or slow is missing.
     *
     * @param me who it is, as identity says; nobody is shown nothing
     */
    Mono<Map<String, Object>> of(@Nullable JsonNode me, String token, ServerWebExchange from) {
        if (me == null) return Mono.just(Map.of());
        var tier = me.path("tier");
        String who =
                me.path("administrator").asBoolean(false) ? "OPERATOR" : tier.isString() ? tier.asString() : "MEMBER";
        return Flux.fromIterable(paths.getOrDefault(who, List.of()))
                .flatMap(path -> Mono.defer(() -> ask(path, token, from))
                        .map(said -> Map.<String, Object>entry(path, said))
                        .onErrorResume(error -> Mono.empty()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<?> ask(String path, String token, ServerWebExchange from) {
        int end = path.indexOf('/', 1);
        String name = path.substring(1, end);
        if (rests.getOrDefault(name, System.nanoTime()) - System.nanoTime() > 0) return Mono.empty();
        var page = pages.get(path);
        var service = services.get(name);
        Mono<?> asked = page != null
                ? page.read(token)
                : service != null ? ask(URI.create(service + path.substring(end)), token, from) : Mono.empty();
        return asked.timeout(patience)
                .doOnError(TimeoutException.class, error -> rests.put(name, System.nanoTime() + REST.toNanos()));
    }

    private Mono<JsonNode> ask(URI address, String token, ServerWebExchange from) {
        return http.get()
                .uri(address)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                    String language = from.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
                    if (language != null) headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
                    var peer = from.getRequest().getRemoteAddress();
                    if (peer != null && peer.getAddress() != null)
                        headers.set("X-Forwarded-For", peer.getAddress().getHostAddress());
                })
                .exchangeToMono(FirstPages::read);
    }

    private static Mono<JsonNode> read(ClientResponse answer) {
        if (answer.statusCode() != HttpStatus.OK) return answer.releaseBody().then(Mono.empty());
        return answer.bodyToMono(JsonNode.class);
    }
}
