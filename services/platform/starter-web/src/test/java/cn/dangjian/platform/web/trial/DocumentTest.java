package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.doors.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test kit itself cannot look at its documents: among its fixtures is a class of an older Jackson. */
class DocumentTest {

    private static final String THING = """
        {"type":"object","properties":{"id":{"type":"integer"},"note":{"type":["string","null"]}},"required":["id"]}\
        """;
    private static final String PROBLEM = """
        {"description":"- `thing.unknown`","content":{"application/problem+json":{"schema":{"allOf":[
         {"$ref":"#/components/schemas/Problem"},
         {"type":"object","properties":{"code":{"type":"string","enum":["thing.unknown"]}}}]},
         "example":{"status":404,"code":"thing.unknown"}}}}\
        """;

    private static Document document(String success) {
        return new Document("""
            {"paths":{"/v1/things/{id}":{"get":{"responses":{"200":%s,"404":%s,
             "default":{"$ref":"#/components/responses/Others"}}}}},
             "components":{"schemas":{"Thing":%s,"Problem":{"type":"object","properties":{"status":{"type":"integer"},
             "code":{"type":"string"}},"required":["status","code"]}},"responses":{"Others":%s}}}\
            """.formatted(success, PROBLEM, THING, PROBLEM.replace("thing.unknown", "service.error")));
    }

    private static String success(String schema, String example) {
        return """
            {"description":"OK","headers":{"ETag":{"required":true}},"content":{"application/json":{"schema":%s%s}}}\
            """.formatted(schema, example);
    }

    private static Document good() {
        return document(success("{\"$ref\":\"#/components/schemas/Thing\"}", ",\"example\":{\"id\":1,\"note\":null}"));
    }

    private static List<String> violations(int status, String type, String body) {
        var document = good();
        var operation = document.find("GET", "/v1/things/7").orElseThrow();
        var headers = Map.of("Content-Type", type, "ETag", status == 200 ? "\"1\"" : "");
        return document.violations(operation, status, body, headers::get);
    }

    @Test
    void findsNoGapWhereEverythingIsSaid() {
        assertThat(good().gaps()).isEmpty();
    }

    @Test
    void findsWhatIsNotSaid() {
        var nameless = document(success("{\"type\":\"object\"}", ",\"example\":{}"));
        var mute = document(success("{\"$ref\":\"#/components/schemas/Thing\"}", ""));
        var wrong = document(success("{\"$ref\":\"#/components/schemas/Thing\"}", ",\"example\":{\"id\":\"a\"}"));

        assertThat(nameless.gaps().get("GET /v1/things/{id}")).containsExactly("a named schema of 200");
        assertThat(mute.gaps().get("GET /v1/things/{id}")).containsExactly("an example of 200");
        assertThat(wrong.gaps().get("GET /v1/things/{id}"))
                .singleElement()
                .asString()
                .contains("a right example of 200");
    }

    @Test
    void holdsAnswersAgainstWhatIsSaid() {
        assertThat(violations(200, "application/json", "{\"id\":7}")).isEmpty();
        assertThat(violations(404, "application/problem+json", "{\"status\":404,\"code\":\"thing.unknown\",\"x\":1}"))
                .isEmpty();
        assertThat(violations(500, "application/problem+json", "{\"status\":500,\"code\":\"service.error\"}"))
                .isEmpty();
    }

    @Test
    void refusesAnswersThatAreNotSaid() {
        assertThat(violations(200, "application/json", "{\"id\":null}")).isNotEmpty();
        assertThat(violations(200, "application/json", "{\"id\":7,\"secret\":1}"))
                .isNotEmpty();
        assertThat(violations(200, "text/csv", "id")).containsExactly("is text/csv");
        assertThat(violations(201, "application/json", "{\"id\":7}")).containsExactly("says nothing of 201");
        assertThat(violations(404, "application/problem+json", "{\"status\":404,\"code\":\"thing.other\"}"))
                .isNotEmpty();
        assertThat(good().violations(
                                good().operations().getFirst(),
                                200,
                                "{\"id\":7}",
                                name -> "ETag".equals(name) ? null : "application/json"))
                .containsExactly("lacks the header ETag");
    }
}
