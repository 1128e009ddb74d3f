package cn.dangjian.gateway.operations;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.gateway.problem.ProblemException;
import cn.dangjian.gateway.route.ServiceAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services what they say to operators only, each with the operator's own token. */
@Component
class AskServices {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Whoever has not said by then how he is, is asked for less in what is left of the patience. */
    private static final Duration FIRST = Duration.ofMillis(1500);

    private static final String EVENTS = "/actuator/events";

    private final Map<String, URI> addresses;
    private final WebClient http;
    private final JsonMapper json;

    AskServices(ServiceAddresses addresses, JsonMapper json) {
        this.addresses = addresses.all();
        this.http = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        this.json = json;
    }

    /** All at once, by name; one that is away is told so and holds up nobody. */
    Mono<List<ServiceState>> all(String token) {
        return Flux.fromStream(addresses.entrySet().stream().sorted(Map.Entry.comparingByKey()))
                .flatMapSequential(service -> state(service.getKey(), service.getValue(), token), 16)
                .collectList();
    }

    /**
     * Has a service take a parked event again, with what waits behind it.
     *
     * @throws ProblemException 404 if there is no such service, or it has no such event; 503 if it does not answer
     */
    Mono<JsonNode> sendAgain(String name, long parked, String token) {
        var address = addresses.get(name);
        if (address == null) return Mono.error(new ProblemException(NOT_FOUND, "path.unknown"));
        return http.post()
                .uri(address + EVENTS + "/" + parked)
                .headers(headers -> headers.setBearerAuth(token))
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? answer.bodyToMono(String.class).map(json::readTree)
                        : answer.releaseBody().then(Mono.error(refused(answer.statusCode()))))
                .timeout(PATIENCE.multipliedBy(15))
                .onErrorMap(
                        error -> !(error instanceof ProblemException),
                        error -> new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", PATIENCE, error));
    }

    private static ProblemException refused(HttpStatusCode status) {
        return status.is5xxServerError()
                ? new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", PATIENCE, null)
                : status.value() == 404
                        ? new ProblemException(NOT_FOUND, "path.unknown")
                        : new ProblemException(HttpStatus.FORBIDDEN, "access.denied");
    }

    /** Whoever says nothing of events, or nothing of itself, or what cannot be understood, is asked that apart. */
    private Mono<ServiceState> state(String name, URI address, String token) {
        return events(address, token)
                .flatMap(said -> said.path("ready").isBoolean()
                        ? Mono.just(state(name, said.path("ready").booleanValue(), said))
                        : isReady(address).map(ready -> state(name, ready, said)))
                .onErrorComplete()
                .switchIfEmpty(Mono.defer(() -> isReady(address).map(ready -> ServiceState.silent(name, ready))));
    }

    /** Nothing if it refuses; an error if it is away or slow, or says something else. */
    private Mono<JsonNode> events(URI address, String token) {
        return http.get()
                .uri(address + EVENTS)
                .headers(headers -> headers.setBearerAuth(token))
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? answer.bodyToMono(String.class).map(json::readTree)
                        : answer.releaseBody().then(Mono.empty()))
                .timeout(FIRST);
    }

    private Mono<Boolean> isReady(URI address) {
        return http.get()
                .uri(address + "/actuator/health/readiness")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .timeout(PATIENCE.minus(FIRST))
                .onErrorReturn(false);
    }

    private ServiceState state(String name, boolean ready, JsonNode events) {
        var outbox = events.path("outbox");
        return new ServiceState(
                name,
                ready,
                number(outbox.path("unsent")),
                outbox.path("oldest").asStringOpt().orElse(null),
                number(events.path("lag")),
                number(events.path("parkedInAll")),
                events.path("parked").valueStream().map(this::parked).toList());
    }

    private static @Nullable Long number(JsonNode said) {
        return said.isNumber() ? said.asLong() : null;
    }

    private ServiceState.Parked parked(JsonNode said) {
        return new ServiceState.Parked(
                said.path("id").asLong(),
                said.path("consumer").asString(),
                said.path("type").asString(),
                said.path("eventKey").asString(),
                said.path("reason").asString(),
                said.path("error").asStringOpt().orElse(null),
                said.path("parkedAt").asString());
    }
}
