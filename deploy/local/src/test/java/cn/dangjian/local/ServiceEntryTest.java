package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceEntryTest {

    private static final Path ROOT = Path.of(System.getProperty("repository.root", "../.."));

    @Test
    void everyServiceHasItsOwnNameAndPort() {
        var services = ServiceEntry.all();

        assertThat(services).extracting(ServiceEntry::name).doesNotHaveDuplicates();
        assertThat(services).extracting(ServiceEntry::port).doesNotHaveDuplicates();
    }

    @Test
    void everyMainClassIsWhereTheTableSays() {
        assertThat(ServiceEntry.all()).allSatisfy(service -> {
            var source = "src/main/java/" + service.mainClass().replace('.', '/') + ".java";
            assertThat(ROOT.resolve(service.folder()).resolve(source)).matches(Files::exists, "exists");
        });
    }
}
