package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever signs in from an address of his own: of the loopback network, every one can be called from.
 *
 * @param token the URL of the token endpoint
 * @param client bound to the address
 * @param address the same address, for a service that believes who stands before it
 */
record Callers(URI token, HttpClient client, String address) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROOM = 250;

    /** @param number from 1 on */
    static Callers at(String endpoint, int number) {
        var address = "127.0.%d.%d".formatted(1 + number / ROOM, 1 + number % ROOM);
        try {
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(address))
                    .connectTimeout(PATIENCE)
                    .build();
            return new Callers(URI.create(endpoint), client, address);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the token endpoint said, and after how long. */
    record Told(int status, JsonNode body, double seconds) {

        boolean good() {
            return status == 200;
        }

        String refreshToken() {
            return body.path("refresh_token").asString();
        }
    }

    Told signIn(String login, String password) {
        return ask(Map.of(
                "grant_type",
                "urn:dangjian:params:oauth:grant-type:sign-in",
                "client_id",
                "dangjian-app",
                "username",
                login,
                "password",
                password));
    }

    Told refresh(String refreshToken) {
        return ask(Map.of("grant_type", "refresh_token", "client_id", "dangjian-app", "refresh_token", refreshToken));
    }

    private Told ask(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(token)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Told(answer.statusCode(), JSON.readTree(answer.body()), seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
