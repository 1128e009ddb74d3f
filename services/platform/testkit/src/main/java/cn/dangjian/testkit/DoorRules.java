package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.doors.Document;
import cn.dangjian.testkit.doors.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What must be true of every door of a service, as its OpenAPI document lists them: {@code class DoorsTest extends
 * DoorRules {}} beside its application.
 */
@ServiceTest
public abstract class DoorRules {

    private static final Path LISTS = Path.of("src/test/resources");

    @Autowired
    protected Api api;

    @Autowired
    protected Tokens tokens;

    private Document document = new Document("{}");

    @BeforeEach
    void theDocument() throws IOException {
        var answer = api.get("/v3/api-docs").send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        // to look at when a test fails
        Files.writeString(Path.of("target/openapi.json"), answer.body());
        document = new Document(answer.body());
    }

    /** The list of those that do not can only become shorter. */
    @Test
    void sayWhatTheyTakeAndAnswer() throws IOException {
        var gaps = document.gaps();
        var listed = listed("doors-without-contract.txt");

        assertThat(gaps.entrySet().stream()
                        .filter(gap -> !listed.contains(gap.getKey()))
                        .map(gap -> gap.getKey() + " lacks " + String.join(", ", gap.getValue()))
                        .collect(Collectors.joining("\n")))
                .as("doors that do not say what they take and answer")
                .isEmpty();
        assertThat(listed)
                .as("doors that say everything now, and stay on the list")
                .isSubsetOf(gaps.keySet());
    }

    @Test
    void askForAToken() {
        var answered = new TreeMap<String, Integer>();
        for (var operation : document.operations()) {
            int status = send(operation, call -> call).status();
            if (!operation.isOpen() && status != 401) answered.put(operation.name(), status);
        }

        assertThat(answered).as("doors that answer without a token").isEmpty();
    }

    /** Something of one county does not exist for another one, or is not for units at all. */
    @Test
    void showNothingOfOtherCounties() throws IOException {
        settle();
        var answered = new TreeMap<String, String>();
        for (var operation : document.operations()) {
            if (!operation.hasVariables() || operation.isOpen()) continue;
            var answer = send(operation, call -> call.as(otherCounty()));
            if (answer.status() != 404 && answer.status() != 403)
                answered.put(operation.name(), answer.status() + " " + answer.problem());
        }
        var listed = listed("doors-not-by-place.txt");

        assertThat(answered.entrySet().stream()
                        .filter(each -> !listed.contains(each.getKey()))
                        .toList())
                .as("doors that answer a unit of another county")
                .isEmpty();
        assertThat(listed).as("doors that hide it now, and stay on the list").isSubsetOf(answered.keySet());
    }

    /** Makes the things of {@link Province#COUNTY} that {@link #thing} names. */
    protected void settle() {}

    /** The number of something of {@link Province#COUNTY}, for the variables of a path; a village unless it is told. */
    protected long thing(String path) {
        return Province.VILLAGE;
    }

    /** The token of somebody at {@link Province#OTHER_COUNTY}. */
    protected String otherCounty() {
        return tokens.at(Province.OTHER_COUNTY);
    }

    private Api.Answer send(Operation operation, java.util.function.UnaryOperator<Api.Call> as) {
        String path = operation.filled(String.valueOf(thing(operation.path()))) + operation.query();
        var call = api.call(operation.method(), path, operation.exampleBody());
        return as.apply(operation.wantsKey() ? call.key() : call).send();
    }

    /** Lines of a file beside the test; what stands behind # says why. */
    private static Set<String> listed(String name) throws IOException {
        var file = LISTS.resolve(name);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
