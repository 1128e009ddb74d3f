package cn.dangjian.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void stopsInItsOwnWayWhenAsked() throws IOException {
        var child = start("trap 'echo tidied up; exit 7' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> child.lastLines(1).contains("ready"));

        child.stop(Duration.ofSeconds(10));

        assertThat(child.exitCode()).isEqualTo(7);
        assertThat(child.lastLines(1)).containsExactly("tidied up");
    }

    @Test
    void isKilledWhenItDoesNotStop() {
        var child = start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> child.lastLines(1).contains("ready"));

        child.stop(Duration.ofMillis(200));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void seesAnEnvironmentAndAnExitCode() {
        var child = start("echo $GREETING; exit 3");

        assertThat(child.awaitExit(Duration.ofSeconds(10))).isTrue();
        assertThat(child.exitCode()).isEqualTo(3);
        assertThat(child.lastLines(5)).containsExactly("你好");
    }

    @Test
    void diesWithItsParentEvenWhenThatIsKilled() throws Exception {
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        var pidFile = folder.resolve("pid");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pidFile));
        var child = ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(
                "child", List.of("/bin/sh", "-c", script), Map.of("GREETING", "你好"), folder, folder.resolve("log"));
    }

    /** A JVM that starts a child and waits for ever. */
    static final class Parent {

        private Parent() {}

        static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var child = ChildProcess.start(
                    "child",
                    List.of("/bin/sh", "-c", "while :; do sleep 1; done"),
                    Map.of(),
                    folder,
                    folder.resolve("log"));
            var beside = Files.writeString(folder.resolve("pid.new"), Long.toString(child.pid()));
            Files.move(beside, folder.resolve("pid"));
            Thread.currentThread().join();
        }
    }
}
