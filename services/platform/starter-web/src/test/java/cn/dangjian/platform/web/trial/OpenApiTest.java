package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.doors.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class OpenApiTest {

    @Autowired
    Api api;

    private JsonNode document() {
        return api.get("/v3/api-docs").send().json();
    }

    private static JsonNode schema(JsonNode document, String path) {
        String reference = document.path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString();
        return document.at(reference.substring(1));
    }

    @Test
    void typesOfTheSameNameHaveSchemasOfTheirOwn() {
        var document = document();

        assertThat(schema(document, "/v1/twins/east").path("properties").has("colour"))
                .as(document.path("components").toString())
                .isTrue();
        assertThat(schema(document, "/v1/twins/west").path("properties").has("weight"))
                .isTrue();
    }

    @Test
    void aSchemaIsCalledByItsRoomAndTheTypesAroundIt() {
        assertThat(document().path("components").path("schemas").propertyNames())
                .contains("trial.TwinController.East.Request", "trial.AnswerController.Told")
                .allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
    }

    @Test
    void aCallerIsNoParameter() {
        var callers = document().path("paths").path("/v1/callers/caller").path("get");

        assertThat(callers.path("parameters")).isEmpty();
    }

    @Test
    void aDoorThatCreatesSaysItsStatusItsHeadersAndTheKeyItWants() {
        var create = document().path("paths").path("/v1/things").path("post");

        assertThat(create.path("responses").propertyNames())
                .contains("201", "400", "401", "403", "409", "422", "default")
                .doesNotContain("200");
        var created = create.path("responses").path("201");
        assertThat(created.path("headers").propertyNames())
                .containsExactlyInAnyOrder("Location", "ETag", "Idempotency-Replayed");
        assertThat(created.at("/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/thing.ThingTable.Thing");
        assertThat(create.path("parameters").valueStream())
                .filteredOn(parameter -> parameter.path("name").asString().equals("Idempotency-Key"))
                .singleElement()
                .matches(parameter -> parameter.path("required").asBoolean());
    }

    @Test
    void aRefusalOfTheBytecodeStandsInTheDocumentWithItsWords() {
        var conflict = document().at("/paths/~1v1~1things/post/responses/409");

        assertThat(conflict.path("description").asString()).contains("`thing.refused`: 不予办理 / Refused");
        assertThat(conflict.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("conflict.concurrent", "idempotency.running", "thing.refused");
    }

    @Test
    void aListSaysWhichPartMayBeAskedFor() {
        var list = document().at("/paths/~1v1~1things/get");

        assertThat(list.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder("prefix", "cursor", "limit");
        assertThat(list.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/thing.ThingTable.Thing.Page");
        assertThat(document()
                        .path("components")
                        .path("schemas")
                        .path("thing.ThingTable.Thing.Page")
                        .path("description")
                        .asString())
                .contains("It has no total");
    }

    @Test
    void whatMayBeNullIsNotRequired() {
        var told = document().at("/components/schemas/trial.AnswerController.Told");
        var inner = document().at("/components/schemas/trial.AnswerController.Inner");

        assertThat(told.has("required")).isFalse();
        assertThat(told.at("/properties/text/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(inner.path("required").valueStream().map(JsonNode::asString)).containsExactly("id", "name");
    }

    @Test
    void aDoorThatIsOpenAsksForNoToken() {
        var open = document().at("/paths/~1v1~1open~1door/get");

        assertThat(open.has("security")).isTrue();
        assertThat(open.path("security")).isEmpty();
        assertThat(open.path("responses").has("401")).isFalse();
    }

    @Test
    void examplesFitTheirSchemas() {
        var gaps = new Document(api.get("/v3/api-docs").send().body()).gaps();

        assertThat(gaps.values().stream().flatMap(List::stream)).noneMatch(gap -> gap.startsWith("a right example"));
    }
}
