package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTextsTest {

    private static final String TITLE = "thing.odd.title=a\n";
    private static final String DETAIL = "thing.odd.detail=b {0}\n";

    @TempDir
    Path module;

    static Stream<Path> modules() {
        return Stream.of("events", "directory", "files", "rules")
                .map(name -> Repository.root().resolve("services/platform/starter-" + name));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void findsATextForEveryRefusalOfTheStarters(Path starter) {
        assertThat(RefusalTexts.violations(starter)).isEmpty();
    }

    @Test
    void findsATextForEveryRefusalOfTheDoorItself() {
        // the directory starter refuses with this one
        assertThat(RefusalTexts.violations(Repository.root().resolve("services/platform/starter-web")))
                .filteredOn(violation -> !violation.startsWith("caller.unit-unknown"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return problem(NOT_FOUND, \"thing.odd\", a, b);",
                "throw new ProblemException(\n    HttpStatus.CONFLICT,\n    \"thing.odd\");",
                "problem(new Problem(CONFLICT, \"thing.odd\").retryAfter(x))",
                "problem(at(1, \"no.code\"), late ? \"thing.odd\" : code)",
                "Problems.problem(status(\")\", '('), \"thing.odd\")",
                "enum ThingRefusal implements Refusal {\n    ODD(NOT_FOUND, \"thing.odd\");",
            })
    void findsTheCodeWhereverItIsWritten(String source) {
        assertThat(RefusalTexts.codes(source)).containsExactly("thing.odd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ProblemException(HttpStatus status, String code) {", "problem(\"a.b\")", "append(x, \"a.b\")"})
    void findsNoCodeElsewhere(String source) {
        assertThat(RefusalTexts.codes(source)).isEmpty();
    }

    @Test
    void isContentWhenEveryTextIsThere() throws IOException {
        assertThat(violations(TITLE + DETAIL, TITLE + DETAIL)).isEmpty();
    }

    @Test
    void missesATextInEitherLanguage() throws IOException {
        assertThat(violations("", "")).hasSize(4);
        assertThat(violations(TITLE + DETAIL, TITLE)).contains("problems_en.properties lacks thing.odd.detail");
        assertThat(violations(DETAIL, TITLE + DETAIL)).contains("problems.properties lacks thing.odd.title");
    }

    @Test
    void missesAPlaceInOneLanguage() throws IOException {
        assertThat(violations(TITLE + DETAIL, TITLE + "thing.odd.detail=b\n"))
                .containsExactly("thing.odd.detail has other places in English");
    }

    @Test
    void findsTextsThatNobodyUses() throws IOException {
        String more = TITLE + DETAIL + "thing.old.title=c\n";

        assertThat(violations(more, more)).containsExactly("thing.old.title is a text that nobody uses");
    }

    private List<String> violations(String chinese, String english) throws IOException {
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        var resources = Files.createDirectories(module.resolve("src/main/resources"));
        Files.writeString(resources.resolve("problems.properties"), chinese);
        Files.writeString(resources.resolve("problems_en.properties"), english);
        var sources = Files.createDirectories(module.resolve("src/main/java"));
        Files.writeString(sources.resolve("A.java"), "problem(CONFLICT, \"thing.odd\")");
        return RefusalTexts.violations(module);
    }
}
