package cn.dangjian.platform.files.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Somebody at a unit who sends files, whole or in pieces. */
final class Clerk {

    private final Api api;
    private final String token;

    Clerk(Api api, Tokens tokens, long unit) {
        this(api, tokens.at(unit));
    }

    Clerk(Api api, String token) {
        this.api = api;
        this.token = token;
    }

    Api.Answer send(String text) {
        return send("NOTES", text);
    }

    Api.Answer send(String what, String text) {
        return api.post("/v1/intakes?what=" + what, text)
                .contentType("text/csv")
                .as(token)
                .key()
                .send();
    }

    /** A file that is uploaded before. */
    Api.Answer sendAs(String type, byte[] file) {
        long upload = open();
        var answer = api.patch("/v1/uploads/" + upload, file)
                .header("Upload-Offset", "0")
                .header("Upload-Complete", "?1")
                .as(token)
                .send();
        if (answer.status() != 204) throw new AssertionError(answer.toString());
        return api.post("/v1/intakes?what=NOTES&upload=" + upload)
                .header("Content-Type", type)
                .as(token)
                .key()
                .send();
    }

    long open() {
        return api.post("/v1/uploads").as(token).key().send().json().path("id").asLong();
    }

    Api.Answer piece(long upload, long offset, String text, boolean last) {
        return call(upload, offset, text, last).send();
    }

    Api.Call call(long upload, long offset, String text, boolean last) {
        return api.patch("/v1/uploads/" + upload, text.getBytes(UTF_8))
                .header("Upload-Offset", String.valueOf(offset))
                .header("Upload-Complete", last ? "?1" : "?0")
                .as(token);
    }

    Api.Answer where(long upload) {
        return api.head("/v1/uploads/" + upload).as(token).send();
    }

    /** An upload of a whole file in one piece. */
    long upload(String text) {
        long id = open();
        var answer = piece(id, 0, text, true);
        if (answer.status() != 204) throw new AssertionError(answer.toString());
        return id;
    }

    Api.Answer handIn(long upload) {
        return handIn("NOTES", upload);
    }

    Api.Answer handIn(String what, long upload) {
        return api.post("/v1/intakes?what=" + what + "&upload=" + upload)
                .header("Content-Type", "text/csv")
                .as(token)
                .key()
                .send();
    }

    /** The file when it has come to this state. */
    JsonNode state(Api.Answer sent, String state) {
        if (sent.status() != 202) throw new AssertionError(sent.toString());
        return state(sent.json().path("id").asLong(), state);
    }

    JsonNode state(long id, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> get("/v1/intakes/" + id).json(),
                        file -> file.path("state").asString().equals(state));
    }

    Api.Answer get(String path) {
        return api.get(path).as(token).send();
    }

    Api.Answer post(String path) {
        return api.post(path).as(token).send();
    }

    Api.Answer export(String body) {
        return api.post("/v1/exports", body).as(token).send();
    }
}
