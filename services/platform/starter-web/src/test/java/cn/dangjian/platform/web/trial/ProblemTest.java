package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.Arrays;
import java.util.List;
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
        "/v1/days/0999-12-31, day, Years",
        "/v1/days/3000-01-01, day, Years",
        "/v1/days/+999999999-01-01, day, Years",
        "/v1/days/2026-02-30, day, TypeMismatch",
        "/v1/days/20260201, day, TypeMismatch",
        "/v1/days/2026.2.1, day, TypeMismatch",
        "/v1/moments?at=3000-01-01T00:00:00Z, at, Years",
        "/v1/moments?at=1790000000, at, TypeMismatch",
        "/v1/things?prefix=%E6%9D%91, prefix, Ascii",
        "/v1/things?prefix=%EF%BC%91%EF%BC%92, prefix, Ascii",
        "/v1/things?prefix=%00, prefix, Ascii",
        "/v1/things/named?name=a%07b, name, Printable",
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
}
