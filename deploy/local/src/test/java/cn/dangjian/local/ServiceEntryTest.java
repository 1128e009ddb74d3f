package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEntryTest {

    private static final Path ROOT = Path.of(System.getProperty("repository.root", "../.."));

    @Test
    void everyServiceHasItsOwnNameAndPort() {
        var services = ServiceEntry.all();

        assertThat(services).extracting(ServiceEntry::name).doesNotHaveDuplicates();
        assertThat(services).extracting(ServiceEntry::port).doesNotHaveDuplicates();
    }

    @Test
    void isEmptyUntilItsPackageHasARoom(@TempDir Path root) throws IOException {
        var task = new ServiceEntry("task", "services/task", 1, 1, true, "cn.dangjian.task.TaskApplication");
        var house = root.resolve("services/task/src/main/java/cn/dangjian/task");
        Files.createDirectories(house);
        Files.createFile(house.resolve("TaskApplication.java"));

        assertThat(task.isEmpty(root)).isTrue();

        Files.createDirectory(house.resolve("dispatch"));
        assertThat(task.isEmpty(root)).isFalse();
    }

    @Test
    void isNeverEmptyWithoutASchema(@TempDir Path root) {
        var config = new ServiceEntry("config", "services/config", 1, 1, false, "cn.dangjian.config.ConfigApplication");

        assertThat(config.isEmpty(root)).isFalse();
    }

    @Test
    void everyMainClassIsWhereTheTableSays() {
        assertThat(ServiceEntry.all()).allSatisfy(service -> {
            var source = "src/main/java/" + service.mainClass().replace('.', '/') + ".java";
            assertThat(ROOT.resolve(service.folder()).resolve(source)).matches(Files::exists, "exists");
        });
    }

    /** They start the jars of all services, and two modules are built at a time. */
    @Test
    void theJourneysAreBuiltAfterEveryService() throws IOException {
        String journeys = Files.readString(ROOT.resolve("deploy/journeys/pom.xml"));

        assertThat(ServiceEntry.all()).allSatisfy(service -> assertThat(journeys)
                .contains("<artifactId>" + service.name() + "</artifactId>"));
    }
}
