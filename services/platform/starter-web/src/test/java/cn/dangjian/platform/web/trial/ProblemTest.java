package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ProblemTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @Test
    void describesARefusalInFull() {
        var answer = api.get("/v1/things/99999").as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:dangjian:problem:thing.unknown");
        assertThat(problem.path("code").asString()).isEqualTo("thing.unknown");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("title").asString()).isEqualTo("没有此物");
        assertThat(problem.path("detail").asString()).isEqualTo("没有编号为 99999 的物。");
        assertThat(problem.path("instance").asString()).isEqualTo("/v1/things/99999");
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | No such thing", "en-GB,en;q=0.9 | No such thing", "zh-CN | 没有此物", "fr | 没有此物"})
    void speaksTheReadersLanguage(String language, String title) {
        var answer = api.get("/v1/things/99999")
                .as(tokens.at(1))
                .header("Accept-Language", language)
                .send();

        assertThat(answer.json().path("title").asString()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {" | 请先登录", "en | Sign in first", "fr | 请先登录", "* | 请先登录"})
    void speaksTheReadersLanguageAtTheDoorToo(String language, String title) {
        var call = api.get("/v1/things/1");

        var answer = (language == null ? call : call.header("Accept-Language", language)).send();

        assertThat(answer.json().path("title").asString()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 5} | body.wrong-type | text",
                "{\"text\": true} | body.wrong-type | text",
                "{\"text\": 1.5} | body.wrong-type | text",
                "{\"text\": {}} | body.wrong-type | text",
                "{\"text\": []} | body.wrong-type | text",
                "{\"number\": \"5\"} | body.wrong-type | number",
                "{\"number\": \"\"} | body.wrong-type | number",
                "{\"number\": 5.5} | body.wrong-type | number",
                "{\"number\": true} | body.wrong-type | number",
                "{\"number\": 3000000000} | body.wrong-type | number",
                "{\"big\": 99999999999999999999} | body.wrong-type | big",
                "{\"big\": 1e400} | body.wrong-type | big",
                "{\"flag\": \"true\"} | body.wrong-type | flag",
                "{\"flag\": 1} | body.wrong-type | flag",
                "{\"colour\": \"BLUE\"} | body.wrong-type | colour",
                "{\"colour\": 1} | body.wrong-type | colour",
                "{\"colour\": \"\"} | body.wrong-type | colour",
                "{\"at\": \"yesterday\"} | body.wrong-type | at",
                "{\"at\": \"2026-02-30T00:00:00Z\"} | body.wrong-type | at",
                "{\"at\": true} | body.wrong-type | at",
                "{\"at\": 1790000000} | body.wrong-type | at",
                "{\"on\": \"2026-13-01\"} | body.wrong-type | on",
                "{\"on\": 20000} | body.wrong-type | on",
                "{\"list\": \"one\"} | body.wrong-type | list",
                "{\"list\": [\"one\", 2]} | body.wrong-type | list.[1]",
                "{\"inner\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": \"2\"}]} | body.wrong-type | inner.[1].id",
                "{\"inner\": [{\"id\": null}]} | body.wrong-type | inner.[0].id",
                "{\"txet\": \"a\"} | body.unknown-field | txet",
                "{\"inner\": [{\"id\": 1, \"di\": 1}]} | body.unknown-field | inner.[0].di",
                "[] | body.wrong-type | body",
                "\"text\" | body.wrong-type | body",
            })
    void namesTheFieldThatItCannotRead(String body, String code, String field) {
        var answer = told(body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("cn.dangjian").doesNotContain("jackson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\": \"a\"",
                "{\"text\": 'a'}",
                "{text: \"a\"}",
                "{} {}",
                "{},",
                "nothing",
                "{\"text\": \"\u0001\"}"
            })
    void pointsAtTheSpotThatIsNoJson(String body) {
        var answer = told(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo("body.malformed");
        assertThat(answer.json().path("detail").asString()).contains("1");
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        assertThat(told("[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(told("{\"list\": " + "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void asksForTheBody(String body) {
        var answer = told(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("body.missing");
    }

    @Test
    void namesEveryFieldThatIsRefused() {
        var body = Map.of(
                "name",
                "too long",
                "count",
                0,
                "code",
                "X",
                "deadline",
                "2020-01-01T00:00:00Z",
                "lines",
                List.of(Map.of("text", " ")));

        var answer = api.post("/v1/checked", body).as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("body.invalid");
        assertThat(answer.json().path("errors").valueStream())
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("name", "count", "code", "deadline", "lines[0].text");
        assertThat(answer.json().path("errors").valueStream())
                .allMatch(error -> error.path("message").asString().codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void namesRefusedFieldsInEnglish() {
        var answer = api.post("/v1/checked", Map.of("name", "", "count", 1, "lines", List.of(Map.of("text", "a"))))
                .as(tokens.at(1))
                .inEnglish()
                .send();

        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("NotBlank");
        assertThat(answer.json().at("/errors/0/message").asString()).isEqualTo("required");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things?prefix=a&limit=0, limit, Min",
        "/v1/things?prefix=a&limit=201, limit, Max",
        "/v1/things?prefix=a&limit=many, limit, TypeMismatch",
        "/v1/things, prefix, Missing",
        "/v1/things/abc, id, TypeMismatch",
        "/v1/things/99999999999999999999, id, TypeMismatch",
        "/v1/colours/BLUE, colour, TypeMismatch",
        "/v1/parameter?number=1.5, number, TypeMismatch",
        "/v1/parameter?number=, number, TypeMismatch",
    })
    void namesTheParameterThatIsWrong(String path, String field, String code) {
        var answer = api.get(path).as(tokens.at(1)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo("body.invalid");
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.toString())
                .isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void asksForAHeaderThatIsMissing() {
        assertThat(api.get("/v1/header").as(tokens.at(1)).send().problem()).isEqualTo("body.invalid");
        assertThat(api.get("/v1/header")
                        .as(tokens.at(1))
                        .header("X-Wanted", "x")
                        .send()
                        .problem())
                .isEqualTo("body.invalid");
    }

    @Test
    void saysWhichMethodsAnAddressKnows() {
        var answer = api.delete("/v1/things/1").as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method.not-allowed");
        assertThat(Arrays.asList(String.valueOf(answer.header("Allow")).split(", ?")))
                .contains("GET", "PUT");
    }

    @Test
    void refusesWhatIsNotJson() {
        var answer = api.post("/v1/told", "text=a")
                .contentType("application/x-www-form-urlencoded")
                .as(tokens.at(1))
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("media.unsupported");
        assertThat(answer.header("Accept")).contains("application/json");
    }

    @Test
    void refusesToAnswerInAFormatThatItDoesNotSpeak() {
        var answer = api.get("/v1/sheet")
                .as(tokens.at(1))
                .header("Accept", "image/png")
                .send();

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("media.not-acceptable");
    }

    @Test
    void answersWithAProblemWhateverFormatWasAskedFor() {
        var answer = api.get("/v1/fails/quietly")
                .as(tokens.at(1))
                .header("Accept", "text/csv")
                .send();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("service.error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nowhere", "/v1/things/1/2/3", "/index.html", "/error", "/v1/things/"})
    void knowsNoOtherAddress(String path) {
        var answer = api.get(path).as(tokens.at(1)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("path.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "state, 500, service.error",
        "error, 500, service.error",
        "status, 500, service.error",
        "unwritable, 500, service.error",
        "gone, 410, request.invalid",
        "locked, 503, service.busy",
        "duplicate, 409, conflict.concurrent",
        "deadlock, 409, conflict.concurrent",
    })
    void keepsWhatWentWrongToItself(String how, int status, String code) {
        var answer = api.get("/v1/fails/" + how).as(tokens.at(1)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    }

    @Test
    void refusesASpellingOfAPathThatHidesSomething() {
        for (String path : List.of("/v1/things/%2e%2e/x", "/v1//things", "/v1/things;a=b/1", "/v1/things/%00")) {
            var answer = api.get(path).as(tokens.at(1)).send();

            assertThat(answer.status()).as(path + " " + answer).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Tomcat");
        }
    }

    @Test
    void pagesThroughAListWithoutGapsOrRepeats() {
        String prefix = UUID.randomUUID().toString();
        for (int i = 0; i < 7; i++) things.insert(prefix + i);

        var first = page(prefix, null);
        var second = page(prefix, first.json().path("next").asString());
        var third = page(prefix, second.json().path("next").asString());

        assertThat(names(first)).containsExactly(prefix + 0, prefix + 1, prefix + 2);
        assertThat(names(second)).containsExactly(prefix + 3, prefix + 4, prefix + 5);
        assertThat(names(third)).containsExactly(prefix + 6);
        assertThat(third.json().path("next").isNull()).isTrue();
        assertThat(page(prefix, "bm9uc2Vuc2U").problem()).isEqualTo("cursor.invalid");
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        long id = things.insert("old");
        String seen = api.get("/v1/things/" + id).as(tokens.at(1)).send().header("ETag");

        assertThat(seen).isEqualTo("\"1\"");
        assertThat(rename(id, seen).status()).isEqualTo(204);
        var stale = rename(id, seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("version.stale");
        assertThat(things.find(id).orElseThrow().version()).isEqualTo(2);
    }

    private Answer rename(long id, String seen) {
        return api.put("/v1/things/" + id, Map.of("name", "new"))
                .as(tokens.at(1))
                .ifMatch(seen)
                .send();
    }

    private Answer page(String prefix, String cursor) {
        return api.get("/v1/things?limit=3&prefix=" + prefix + (cursor == null ? "" : "&cursor=" + cursor))
                .as(tokens.at(1))
                .send();
    }

    private static List<String> names(Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private Answer told(String body) {
        return api.post("/v1/told", body).as(tokens.at(1)).send();
    }
}
