package cn.dangjian.testkit.doors;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a service: what its operations say, and whether an answer is what they say. */
public final class Document {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLACE = "https://dangjian.invalid/document";
    /** Has more fields where it is refined. */
    private static final String PROBLEM = "Problem";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    /** @param text the document as it is served */
    public Document(String text) {
        this.document = JSON.readTree(text);
        String closed = closed(JSON.readTree(text)).toString().replace("\"#/", "\"" + PLACE + "#/");
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(PLACE, closed)));
    }

    /** A field that a schema does not name is a lie of the document, though clients may live with it. */
    private static JsonNode closed(JsonNode document) {
        document.path("components").path("schemas").propertyStream().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode type
                    && type.has("properties")
                    && !schema.getKey().equals(PROBLEM)) type.put("additionalProperties", false);
        });
        return document;
    }

    /** All operations, in the order of their paths. */
    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** The operation that a request without its query asks for; one with fewer variables goes first. */
    public Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .min(java.util.Comparator.comparingInt(
                        operation -> operation.path().split("\\{", -1).length));
    }

    /** By operation, what it does not say; those that say everything are left out. */
    public SortedMap<String, List<String>> gaps() {
        var gaps = new TreeMap<String, List<String>>();
        for (var operation : operations()) {
            var missing = new Gaps(this, operation).missing();
            if (!missing.isEmpty()) gaps.put(operation.name(), missing);
        }
        return gaps;
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** What of a value does not fit a schema of this document. */
    List<String> violations(JsonNode schema, JsonNode value) {
        String text = schema.toString().replace("\"#/", "\"" + PLACE + "#/");
        return schemas.getSchema(text, InputFormat.JSON).validate(value.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /**
     * What of an answer is not as an operation says.
     *
     * @param headers by name, empty or null for none
     */
    public List<String> violations(
            Operation operation, int status, String body, UnaryOperator<@Nullable String> headers) {
        return new AnswerCheck(this, operation, headers).violations(status, body);
    }
}
