package cn.dangjian.testkit.doors;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One operation of an OpenAPI document. */
public record Operation(String method, String path, JsonNode said) {

    private static final String MONTH = "2026-07";

    /** {@code GET /v1/things/{id}}. */
    public String name() {
        return method + " " + path;
    }

    /** Whether it is asked without a token. */
    public boolean isOpen() {
        return said.has("security") && said.path("security").isEmpty();
    }

    public boolean hasVariables() {
        return path.contains("{");
    }

    /** Its path, with this value for every variable; with a month for one that is a month, and no number beyond its bound. */
    public String filled(String value) {
        String filled = path;
        for (var parameter : said.path("parameters")) {
            if (!parameter.path("in").asString().equals("path")) continue;
            filled = filled.replace(
                    "{" + parameter.path("name").asString() + "}", fitting(parameter.path("schema"), value));
        }
        return filled.replaceAll("\\{[^}]*}", value);
    }

    private static String fitting(JsonNode schema, String value) {
        if (MONTH.matches(schema.path("pattern").asString(""))) return MONTH;
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        return value.matches("[0-9]{1,18}") && Long.parseLong(value) > most ? String.valueOf(most) : value;
    }

    boolean matches(String asked) {
        return asked.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** What a client may send; empty if it takes no body in JSON. */
    public String exampleBody() {
        var example = said.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "" : example.toString();
    }

    public boolean wantsKey() {
        return said.path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("Idempotency-Key"));
    }

    private static String value(JsonNode schema) {
        if (schema.has("enum")) return schema.path("enum").path(0).asString();
        return schema.path("format").asString("").equals("date") ? "2026-07-01" : "1";
    }

    /** Parameters of the query that must be there, with values for them. */
    public String query() {
        List<String> needed = said.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query")
                        && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asString() + "=" + value(parameter.path("schema")))
                .toList();
        return needed.isEmpty() ? "" : "?" + String.join("&", needed);
    }
}
