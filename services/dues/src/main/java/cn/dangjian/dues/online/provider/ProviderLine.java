package cn.dangjian.dues.online.provider;

import cn.dangjian.platform.neighbours.NeighbourSettings;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The line to the provider: signs what is asked, checks who has answered, and stops asking while nobody does. */
final class ProviderLine {

    private static final String MERCHANT = "Pay-Merchant";

    private final OnlineSettings settings;
    private final Addresses addresses;
    private final Clock clock;
    private final PrivateKey own;
    private final PublicKey its;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    ProviderLine(OnlineSettings settings, Addresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
        this.own = Signatures.privateKey(settings.merchantKey());
        this.its = Signatures.publicKey(settings.providerKey());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.call().connectTimeout())
                .build();
        this.breaker = breaker(settings.call());
        this.bulkhead = Bulkhead.of(
                "provider",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.call().calls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** What it has said, and has signed. */
    record Answer(int status, byte[] body) {}

    private static CircuitBreaker breaker(NeighbourSettings call) {
        return CircuitBreaker.of(
                "provider",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(call.window())
                        .minimumNumberOfCalls(call.window() / 2)
                        .failureRateThreshold(call.failureRate())
                        .waitDurationInOpenState(call.pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /**
     * Asks once, and never inside a transaction: a slow provider must not hold a connection.
     *
     * @throws ProviderSilentException if there is no answer, one that is not signed, or 5xx
     */
    Answer ask(String method, String path, byte[] body) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Asking the provider inside a transaction");
        Supplier<Answer> question = () -> send(method, path, body);
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, question))
                    .get();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new ProviderSilentException("It is not asked now: " + e.getMessage());
        }
    }

    private Answer send(String method, String path, byte[] body) {
        var uri = URI.create(addresses.provider() + path);
        var seal = Signatures.sign(own, method + " " + uri.getPath(), body, clock.instant());
        var request = HttpRequest.newBuilder(uri)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(settings.call().readTimeout())
                .header("Content-Type", "application/json")
                .header(MERCHANT, settings.merchant())
                .header(Signatures.TIME, String.valueOf(seal.time()))
                .header(Signatures.NONCE, String.valueOf(seal.nonce()))
                .header(Signatures.SIGNATURE, String.valueOf(seal.signature()))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) throw new ProviderSilentException("It answers " + answer.statusCode());
            if (!isSigned(answer, String.valueOf(seal.nonce())))
                throw new ProviderSilentException("Its answer " + answer.statusCode() + " is not signed");
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new ProviderSilentException("It does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderSilentException("Interrupted");
        }
    }

    /** An answer is signed for the number of its request: that of another one does not count. */
    private boolean isSigned(HttpResponse<byte[]> answer, String nonce) {
        var headers = answer.headers();
        var seal = new Signatures.Seal(
                headers.firstValue(Signatures.TIME).orElse(null),
                headers.firstValue(Signatures.NONCE).orElse(null),
                headers.firstValue(Signatures.SIGNATURE).orElse(null));
        return Signatures.isRight(
                its,
                "ANSWER " + answer.statusCode() + " " + nonce,
                seal,
                answer.body(),
                clock.instant(),
                settings.window());
    }
}
