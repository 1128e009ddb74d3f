package cn.dangjian.organization.tree.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** An import as a client does it. */
final class Uploads {

    static final String CITIES = "code,name,provinceCode\n";
    static final String AREAS = "code,name,cityCode,provinceCode\n";
    static final String STREETS = "code,name,areaCode,provinceCode,cityCode\n";
    static final String VILLAGES = "code,name,streetCode,provinceCode,cityCode,areaCode\n";

    private final Api api;
    private final String token;

    Uploads(Api api, Tokens tokens) {
        this.api = api;
        this.token = tokens.administrator();
    }

    long open(String province, String name) {
        var opened = api.post("/v1/imports", Map.of("provinceCode", province, "provinceName", name))
                .as(token)
                .key()
                .send();
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.json().path("id").asLong();
    }

    Api.Answer append(long id, String file, long offset, byte[] bytes) {
        return api.patch("/v1/imports/" + id + "/files/" + file, bytes)
                .as(token)
                .header("Upload-Offset", String.valueOf(offset))
                .send();
    }

    void upload(long id, String file, byte[] bytes) {
        int piece = 700_000;
        for (int offset = 0; offset < bytes.length; offset += piece) {
            int end = Math.min(bytes.length, offset + piece);
            var answer = append(id, file, offset, java.util.Arrays.copyOfRange(bytes, offset, end));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        }
    }

    void upload(long id, String file, String text) {
        upload(id, file, text.getBytes(UTF_8));
    }

    void apply(long id) {
        var answer = api.post("/v1/imports/" + id + "/application").as(token).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    JsonNode show(long id) {
        return api.get("/v1/imports/" + id).as(token).send().json();
    }

    JsonNode await(long id, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Set.of("DONE", "FAILED").contains(state(id)));
        assertThat(state(id)).isEqualTo(state);
        return show(id);
    }

    private String state(long id) {
        return show(id).path("state").asString();
    }

    JsonNode applied(long id) {
        apply(id);
        return await(id, "DONE");
    }

    /** The figures of a file: read, established, changed, unchanged, rejected. */
    static List<Integer> figures(JsonNode imported, String file) {
        for (var row : imported.path("files")) {
            if (row.path("name").asString().equals(file)) {
                return List.of(
                        row.path("read").asInt(),
                        row.path("established").asInt(),
                        row.path("changed").asInt(),
                        row.path("unchanged").asInt(),
                        row.path("rejected").asInt());
            }
        }
        throw new AssertionError(file + " in " + imported);
    }

    List<JsonNode> rejections(long id) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = api.get("/v1/imports/" + id + "/rejections?limit=7&cursor=" + cursor)
                    .as(token)
                    .send()
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }
}
