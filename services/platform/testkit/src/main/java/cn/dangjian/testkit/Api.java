package cn.dangjian.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP client: {@code api.post("/v1/dispatches", body).as(token).key().send()}. */
public class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final Listener listener;

    /** Hears every answer before the test does. */
    @FunctionalInterface
    public interface Listener {

        /** @param path with its query */
        void heard(String method, String path, Answer answer);
    }

    /** @param base scheme, host and port, for example {@code http://127.0.0.1:8080} */
    public Api(String base) {
        this(base, (method, path, answer) -> {});
    }

    public Api(String base, Listener listener) {
        this.base = base;
        this.listener = listener;
    }

    public Call get(String path) {
        return new Call("GET", path, BodyPublishers.noBody());
    }

    public Call head(String path) {
        return new Call("HEAD", path, BodyPublishers.noBody());
    }

    public Call delete(String path) {
        return new Call("DELETE", path, BodyPublishers.noBody());
    }

    public Call post(String path) {
        return new Call("POST", path, BodyPublishers.noBody());
    }

    /** @param body a string is sent as it is, anything else as JSON */
    public Call post(String path, Object body) {
        return new Call("POST", path, publisher(body)).header("Content-Type", "application/json");
    }

    /** A file; say of which type it is. */
    public Call post(String path, byte[] body) {
        return new Call("POST", path, BodyPublishers.ofByteArray(body));
    }

    /** @param body a string is sent as it is, anything else as JSON */
    public Call put(String path, Object body) {
        return new Call("PUT", path, publisher(body)).header("Content-Type", "application/json");
    }

    public Call patch(String path, byte[] body) {
        return new Call("PATCH", path, BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/octet-stream");
    }

    /** @param body sent as JSON; empty for none */
    public Call call(String method, String path, String body) {
        if (body.isEmpty()) return new Call(method, path, BodyPublishers.noBody());
        return new Call(method, path, publisher(body)).header("Content-Type", "application/json");
    }

    private static BodyPublisher publisher(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body), UTF_8);
    }

    /** A request that has not been sent yet. */
    public class Call {

        private final String method;
        private final String path;
        private final HttpRequest.Builder request;

        Call(String method, String path, BodyPublisher body) {
            this.method = method;
            this.path = path;
            this.request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(method, body)
                    .timeout(Duration.ofSeconds(60));
        }

        /** With this bearer token. */
        public Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        /** With this content type instead of JSON. */
        public Call contentType(String type) {
            request.setHeader("Content-Type", type);
            return this;
        }

        /** With a fresh Idempotency-Key. */
        public Call key() {
            return key(UUID.randomUUID().toString());
        }

        public Call key(String key) {
            return header("Idempotency-Key", key);
        }

        public Call ifMatch(String tag) {
            return header("If-Match", tag);
        }

        public Call inEnglish() {
            return header("Accept-Language", "en");
        }

        public Answer send() {
            try {
                var answer = new Answer(CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8)));
                listener.heard(method, path, answer);
                return answer;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The code of a problem; null if this is none. */
        public @Nullable String problem() {
            boolean problem = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/problem+json"))
                    .isPresent();
            return problem ? json().path("code").asString() : null;
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
