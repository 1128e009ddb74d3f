package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
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
}
