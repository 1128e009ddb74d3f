package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final ServiceEntry TRIAL = new ServiceEntry("trial", ".", 1, 64, false, Trial.class.getName());

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        jar = folder.resolve("trial.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Trial.class.getName());
        var name = Trial.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Trial.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }

    @Test
    void startsWithACacheOnceItIsTrained() throws IOException {
        var program = program();
        assertThat(program.command()).noneMatch(option -> option.startsWith("-XX:AOTCache"));
        Files.createFile(program.folder().resolve("written-" + Long.MAX_VALUE / 10));

        program.train(Map.of());

        assertThat(program.isTrained()).isTrue();
        assertThat(program.command()).anyMatch(option -> option.startsWith("-XX:AOTCache"));
        assertThat(files(program)).containsExactlyInAnyOrder("app", "app.aot");
        assertThat(program().isTrained()).as("the same content").isTrue();
    }

    @Test
    void leavesNothingOfATrainingThatWasStopped() throws IOException {
        var program = program();
        var training = CompletableFuture.runAsync(() -> program.train(Map.of("STAY", "yes")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(log()) && Files.readString(log()).contains("started"));

        program.abort();

        assertThatThrownBy(training::join).hasCauseInstanceOf(HouseException.class);
        assertThat(program.isTrained()).isFalse();
        assertThat(files(program)).containsExactly("app");
        assertThatThrownBy(() -> program.train(Map.of())).isInstanceOf(HouseException.class);
    }

    private Program program() throws IOException {
        var program = new Program(TRIAL, jar, folder.resolve("programs"), log(), false);
        var app = program.folder().resolve("app");
        Files.createDirectories(app);
        if (!Files.exists(app.resolve("trial.jar"))) Files.copy(jar, app.resolve("trial.jar"));
        return program;
    }

    private Path log() {
        return folder.resolve("trial.log");
    }

    private static List<String> files(Program program) throws IOException {
        try (var files = Files.list(program.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
