package cn.dangjian.organization.files.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Sends files of rows as a clerk's browser would. */
final class Files {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Api api;
    private final Tokens tokens;
    private final String base;

    Files(Api api, Tokens tokens, Environment environment) {
        this.api = api;
        this.tokens = tokens;
        this.base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    Api.Answer send(long caller, String type, byte[] file) {
        return send(caller, type, file, UUID.randomUUID().toString());
    }

    /** @param what with the other parameters, as in a query */
    Api.Answer sendAs(String what, long caller, String text) {
        return send(
                what,
                caller,
                "text/csv",
                text.getBytes(UTF_8),
                UUID.randomUUID().toString());
    }

    Api.Answer sendAs(String what, long caller, String type, byte[] file) {
        return send(what, caller, type, file, UUID.randomUUID().toString());
    }

    Api.Answer send(long caller, String type, byte[] file, @Nullable String key) {
        return send("REGISTER", caller, type, file, key);
    }

    private Api.Answer send(String what, long caller, String type, byte[] file, @Nullable String key) {
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/intakes?what=" + what))
                .header("Authorization", "Bearer " + tokens.at(caller))
                .header("Content-Type", type)
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        if (key != null) request.header("Idempotency-Key", key);
        try {
            return new Api.Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An export as it is, whatever bytes it has. */
    byte[] exported(long caller, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/exports"))
                .header("Authorization", "Bearer " + tokens.at(caller))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new AssertionError(new String(answer.body(), UTF_8));
        return answer.body();
    }

    static long id(Api.Answer answer) {
        if (answer.status() != 202) throw new AssertionError(answer.toString());
        return answer.json().path("id").asLong();
    }

    JsonNode show(long caller, long id) {
        return api.get("/v1/intakes/" + id).as(tokens.at(caller)).send().json();
    }

    /** The file when all its rows have been judged. */
    JsonNode done(long caller, long id) {
        return state(caller, id, "DONE");
    }

    JsonNode state(long caller, long id, String state) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> show(caller, id),
                        file -> file.path("state").asString().equals(state));
    }

    Api.Answer rejections(long caller, long id) {
        return api.get("/v1/intakes/" + id + "/rejections")
                .as(tokens.at(caller))
                .send();
    }

    JsonNode list(long caller) {
        return api.get("/v1/intakes").as(tokens.at(caller)).send().json().path("items");
    }
}
