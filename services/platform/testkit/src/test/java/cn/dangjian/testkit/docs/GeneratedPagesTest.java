package cn.dangjian.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Ddocs.write=true}, as in {@code deploy/docs}, the pages are written. */
class GeneratedPagesTest {

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
