package cn.dangjian.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Ddocs.write=true}, as in {@code deploy/docs}, the pages are written. */
class GeneratedPagesTest {

    /** A row of a feature: its code, what it is, and how it stands. */
    private static final Pattern FEATURE = Pattern.compile("^\\| [A-Z]+-\\d+ \\|[^|]*\\|([^|]*)\\|");

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("configuration.md", (Supplier<String>) () -> new ConfigurationPage().text()),
                Arguments.of("events.md", (Supplier<String>) () -> new EventsPage().text()),
                Arguments.of("house.md", (Supplier<String>) () -> new HousePage().text()),
                Arguments.of("measures.md", (Supplier<String>) () -> new MeasuresPage().text()),
                Arguments.of("problems.md", (Supplier<String>) () -> new ProblemsPage().text()),
                Arguments.of("states.md", (Supplier<String>) () -> new StatesPage().text()),
                Arguments.of("tables.md", (Supplier<String>) () -> new TablesPage().text()),
                Arguments.of("unit-changes.md", (Supplier<String>) () -> new UnitChangesPage().text()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void saysWhatTheSourcesSay(String name, Supplier<String> page) throws IOException {
        var file = Repository.root().resolve("docs").resolve(name);
        String text = page.get();
        if (Boolean.getBoolean("docs.write")) Files.writeString(file, text);

        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is stale: run deploy/docs", name)
                .isEqualTo(text);
    }

    /** What stands above the tables of docs/features.md is what stands in them. */
    @Test
    void theFeaturesAreCountedRight() throws IOException {
        var lines = Files.readAllLines(Repository.root().resolve("docs/features.md"));
        var states = lines.stream()
                .map(FEATURE::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1).strip())
                .toList();

        assertThat(states).isNotEmpty().isSubsetOf("done", "partial", "not yet", "");
        assertThat(lines)
                .contains("%d of %d rows done, %d partial."
                        .formatted(
                                Collections.frequency(states, "done"),
                                states.size(),
                                Collections.frequency(states, "partial")));
    }

    @Test
    void everySharedKeyIsBoundBySomething() {
        assertThat(new ConfigurationPage().unknown()).isEmpty();
    }

    @Test
    void everyEventThatIsHeardHasASchemaOfItsProducer() {
        var announced = Events.all().stream().map(Events.Fact::type).toList();

        assertThat(Events.ears()).isNotEmpty().allSatisfy(ear -> assertThat(announced)
                .as(ear.service() + " hears")
                .contains(ear.type()));
    }
}
