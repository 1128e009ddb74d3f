package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console reads of the doors is there: a field that is called otherwise fails here, not at a clerk's desk. */
class ConsoleContractJourney {

    private static final Path PAGES = Repository.root().resolve("gateway/src/main/resources/console");
    private static final Pattern DOOR = Pattern.compile("[\"`](/(?:identity|task|organization|notification|push"
            + "|statistics|member|dues|assessment|archive)/v1/[^\"`?]*)");

    private final JsonNode contract = read(Repository.root().resolve("gateway/contracts/console.json"));
    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    @BeforeAll
    static void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void namesOnlyWhatTheDoorsSay() {
        var missing = new ArrayList<String>();
        contract.propertyStream().forEach(door -> {
            var words = door.getKey().split(" ", -1);
            var operation = operation(words[0], words[1]);
            if (operation.isMissingNode()) missing.add(door.getKey());
            else
                door.getValue()
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(field -> !isSaid(words[1], operation, field))
                        .forEach(field -> missing.add(door.getKey() + ": " + field));
        });

        assertThat(missing).isEmpty();
    }

    /** A page that asks at a door of which nothing stands in the contract would be unwatched. */
    @Test
    void namesEveryDoorThatAPageAsks() throws IOException {
        var known = contract.propertyStream()
                .map(door -> door.getKey().replaceFirst("^\\S+ ", ""))
                .map(path -> Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+")))
                .toList();
        var unknown = new ArrayList<String>();
        for (var asked : doorsInPages()) {
            if (known.stream().noneMatch(door -> door.matcher(asked).matches())) unknown.add(asked);
        }

        assertThat(unknown).isEmpty();
    }

    private static List<String> doorsInPages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            var doors = new ArrayList<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                DOOR.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        // what is put in is one segment; a path that ends open goes on with one
                        .map(path -> path.replaceAll("\\$\\{[^}]*}", "x").replaceFirst("/$", "/x"))
                        .forEach(doors::add);
            }
            assertThat(doors).hasSizeGreaterThan(20);
            return doors;
        }
    }

    private JsonNode operation(String method, String path) {
        var parts = path.split("/", 3);
        return document(parts[1]).path("paths").path("/" + parts[2]).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    private JsonNode document(String service) {
        return documents.computeIfAbsent(
                service, name -> new Api(StartedHouse.get().gatewayUrl())
                        .get("/" + name + "/v3/api-docs")
                        .send()
                        .json());
    }

    /** {@code ?name} is a parameter, {@code >name} a field that is sent, anything else one that is read. */
    private boolean isSaid(String path, JsonNode operation, String field) {
        var document = document(path.split("/", 3)[1]);
        if (field.startsWith("?"))
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("name").asString().equals(field.substring(1)));
        if (field.startsWith(">")) return has(document, schema(operation.path("requestBody")), field.substring(1));
        return operation
                .path("responses")
                .propertyStream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .anyMatch(answer -> has(document, schema(answer.getValue()), field));
    }

    private static JsonNode schema(JsonNode body) {
        return body.path("content")
                .valueStream()
                .findFirst()
                .map(content -> content.path("schema"))
                .orElse(JsonMapper.shared().missingNode());
    }

    private static boolean has(JsonNode document, JsonNode schema, String field) {
        var here = schema;
        for (var word : field.split("\\.", -1)) {
            // an answer that is a list itself begins with [] alone
            if (!word.equals("[]")) here = property(document, resolved(document, here), word.replace("[]", ""));
            if (here.isMissingNode()) return false;
            if (word.endsWith("[]")) here = resolved(document, here).path("items");
        }
        return !here.isMissingNode();
    }

    private static JsonNode property(JsonNode document, JsonNode schema, String name) {
        var own = schema.path("properties").path(name);
        if (!own.isMissingNode()) return own;
        for (var kind : List.of("allOf", "anyOf", "oneOf")) {
            for (var part : schema.path(kind)) {
                var found = property(document, resolved(document, part), name);
                if (!found.isMissingNode()) return found;
            }
        }
        return own;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) return document.at(reference.substring(1));
        for (var kind : List.of("anyOf", "oneOf")) {
            // a thing or null
            for (var part : schema.path(kind)) if (part.has("$ref")) return resolved(document, part);
        }
        return schema;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
