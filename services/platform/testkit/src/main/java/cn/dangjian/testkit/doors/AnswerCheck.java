package cn.dangjian.testkit.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds one answer against what its operation says. */
final class AnswerCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Document document;
    private final Operation operation;
    private final UnaryOperator<@Nullable String> headers;

    AnswerCheck(Document document, Operation operation, UnaryOperator<@Nullable String> headers) {
        this.document = document;
        this.operation = operation;
        this.headers = headers;
    }

    List<String> violations(int status, String body) {
        var responses = operation.said().path("responses");
        var said = responses.path(String.valueOf(status));
        if (said.isMissingNode() && status < 400) return List.of("says nothing of " + status);
        var response = document.resolved(said.isMissingNode() ? responses.path("default") : said);
        var wrong = new ArrayList<String>();
        response.path("headers").propertyStream().forEach(header -> {
            if (header.getValue().path("required").asBoolean() && isBlank(headers.apply(header.getKey())))
                wrong.add("lacks the header " + header.getKey());
        });
        var content = response.path("content");
        if (content.isEmpty()) {
            if (!body.isEmpty()) wrong.add("has a body");
        } else {
            content(content, body, wrong);
        }
        return wrong;
    }

    private void content(JsonNode content, String body, List<String> wrong) {
        String type = String.valueOf(headers.apply("Content-Type")).replaceFirst(";.*", "");
        var said = content.propertyStream()
                .filter(each -> each.getKey().replaceFirst(";.*", "").equals(type))
                .map(Map.Entry::getValue)
                .findFirst();
        if (said.isEmpty()) wrong.add("is " + type);
        else if (type.contains("json"))
            wrong.addAll(document.violations(said.get().path("schema"), JSON.readTree(body)));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
