package cn.dangjian.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few requests that loading the demo province takes, as a client outside the house sends them. */
final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final String url;

    Gateway(String url) {
        this.url = url;
    }

    /** An access token for a sign-in name and password. */
    String signIn(String login, String password) {
        var form = Map.of(
                        "grant_type",
                        "urn:dangjian:params:oauth:grant-type:sign-in",
                        "client_id",
                        "dangjian-app",
                        "username",
                        login,
                        "password",
                        password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = to("/identity/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return parse(send(request)).path("access_token").asString();
    }

    JsonNode get(String path, String token) {
        return parse(send(to(path).header("Authorization", "Bearer " + token).GET()));
    }

    /** A PUT with a fresh idempotency key. */
    JsonNode put(String path, String token, Map<String, ?> body) {
        return parse(send(to(path).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    /** A POST with a fresh idempotency key; an empty body stands for none. */
    JsonNode post(String path, String token, Map<String, ?> body) {
        var request = to(path).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return parse(send(request));
    }

    /** A POST of a file as it is, with a fresh idempotency key. */
    JsonNode postFile(String path, String token, String type, byte[] content) {
        return parse(send(to(path).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))));
    }

    /** Sends what the server has not got yet of a file. */
    void upload(String path, String token, byte[] content) {
        var known = send(to(path).header("Authorization", "Bearer " + token)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .headers();
        if (known.firstValue("Upload-Complete").orElse("?0").equals("?1")) return;
        int offset = (int) known.firstValueAsLong("Upload-Offset").orElse(0);
        send(to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header("Upload-Offset", Integer.toString(offset))
                .header("Upload-Complete", "?1")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content, offset, content.length - offset)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        var response = answer(request);
        if (response.statusCode() < 300) return response;
        throw new HouseException("%s %s was answered with %d: %s"
                .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HouseException("%s %s was not answered: %s".formatted(request.method(), request.uri(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("Interrupted");
        }
    }

    private JsonNode parse(HttpResponse<String> response) {
        return response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
    }
}
