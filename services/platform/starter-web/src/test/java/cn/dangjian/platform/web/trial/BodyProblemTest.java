package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class BodyProblemTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

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
                "{\"at\": \"+10000-01-01T00:00:00Z\"} | body.wrong-type | at",
                "{\"until\": 1790000000} | body.wrong-type | until",
                "{\"until\": \"+999999999-12-31T23:59:59Z\"} | body.wrong-type | until",
                "{\"until\": \"9999-12-31T23:59:59-08:00\"} | body.wrong-type | until",
                "{\"on\": \"2026-13-01\"} | body.wrong-type | on",
                "{\"on\": 20000} | body.wrong-type | on",
                "{\"on\": [2026, 1, 1]} | body.wrong-type | on",
                "{\"on\": \"0999-12-31\"} | body.wrong-type | on",
                "{\"on\": \"3000-01-01\"} | body.wrong-type | on",
                "{\"on\": \"-0001-01-01\"} | body.wrong-type | on",
                "{\"at\": \"3000-01-01T00:00:00Z\"} | body.wrong-type | at",
                "{\"at\": \"0001-01-01T00:00:00Z\"} | body.wrong-type | at",
                "{\"at\": \"1790000000\"} | body.wrong-type | at",
                "{\"until\": \"2026-01-01T00:00:00\"} | body.wrong-type | until",
                "{\"text\": \"a\\u0000b\"} | body.invalid | text",
                "{\"text\": \"\\ud800\"} | body.invalid | text",
                "{\"list\": [\"a\", \"b\\u0007\"]} | body.invalid | list.[1]",
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
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"inner\": [{\"id\": 1, \"id\": 2}]}",
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
    void leavesOutWhatNobodySees() {
        var answer = api.post(
                        "/v1/typed",
                        "{\"name\": \" \\u202e\u2fa6\u200b村\u2060 \", \"text\": \"一\\n"
                                + "\\t二\u200d\", \"password\": \" \u200b \"}")
                .as(tokens.at(1))
                .send();

        assertThat(answer.json().path("name").asString()).isEqualTo("金村");
        assertThat(answer.json().path("text").asString()).isEqualTo("一\n\t二");
        assertThat(answer.json().path("password").asString()).isEqualTo(" \u200b ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"虚构\\n名\"}",
                "{\"name\": \"虚构\\u2028名\"}",
                "{\"name\": \"虚构\\u0000名\"}",
                "{\"text\": \"虚构\\u0000名\"}",
                "{\"code\": \"\\u0000\"}",
            })
    void refusesWhatIsNoCharacter(String body) {
        var answer = api.post("/v1/typed", body).as(tokens.at(1)).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("body.invalid");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("Printable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"村", "４３３１", "é"})
    void saysThatACodeHasNoSuchCharacters(String code) {
        for (String path : List.of("/v1/things/codes", "/v1/things/codes/between")) {
            var answer = api.put(path, Map.of("code", code)).as(tokens.at(1)).send();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("text.unfit");
            assertThat(answer.body()).doesNotContain("collation");
        }
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

    private Answer told(String body) {
        return api.post("/v1/told", body).as(tokens.at(1)).send();
    }
}
