package cn.dangjian.testkit.doors;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an operation does not say though a client needs it. */
final class Gaps {

    private final Document document;
    private final Operation operation;
    private final List<String> missing = new ArrayList<>();

    Gaps(Document document, Operation operation) {
        this.document = document;
        this.operation = operation;
    }

    List<String> missing() {
        var said = operation.said();
        said.path("x-codes-without-status")
                .valueStream()
                .forEach(code -> missing.add("the status of " + code.asString()));
        var responses = said.path("responses");
        var successes = responses
                .propertyStream()
                .filter(each -> each.getKey().startsWith("2"))
                .toList();
        if (successes.isEmpty()) missing.add("a success");
        successes.forEach(
                each -> body(each.getKey(), document.resolved(each.getValue()).path("content")));
        responses
                .propertyStream()
                .filter(each -> !each.getKey().startsWith("2"))
                .forEach(each -> problem(each.getKey(), document.resolved(each.getValue())));
        if (!responses.has("default")) missing.add("other problems");
        if (said.has("requestBody")) body("the body", said.path("requestBody").path("content"));
        return missing;
    }

    private void body(String what, JsonNode content) {
        if (what.equals("204") || (content.isEmpty() && what.equals("202"))) return;
        if (content.isEmpty()) missing.add("the content of " + what);
        content.propertyStream().forEach(type -> {
            if (type.getKey().contains("json")) json(what, type.getValue());
        });
    }

    private void json(String what, JsonNode type) {
        var schema = type.path("schema");
        if (!isNamed(schema)) missing.add("a named schema of " + what);
        example(what, type);
    }

    /** Has a name, or is a list or map of what has one or is a plain value. */
    private boolean isNamed(JsonNode schema) {
        if (schema.has("$ref") || schema.has("enum")) return true;
        String type = schema.path("type").asString("");
        if (type.equals("array")) return isNamed(schema.path("items"));
        if (type.equals("object")) return schema.path("additionalProperties").isObject();
        return !type.isEmpty();
    }

    private void problem(String status, JsonNode response) {
        var type = response.path("content").path("application/problem+json");
        if (response.path("description").asString("").isBlank()) missing.add("what " + status + " means");
        if (type.isMissingNode()) missing.add("the problem of " + status);
        else example(status, type);
    }

    private void example(String what, JsonNode type) {
        if (!type.has("example")) missing.add("an example of " + what);
        else
            document.violations(type.path("schema"), type.path("example"))
                    .forEach(wrong -> missing.add("a right example of " + what + ": " + wrong));
    }
}
