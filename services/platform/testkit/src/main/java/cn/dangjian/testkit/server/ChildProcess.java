package cn.dangjian.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that does not outlive the JVM that started it, not even when that JVM is killed with {@code kill -9}.
 *
 * <p>A small shell beside it reads from a pipe that only this JVM holds open; when the pipe ends, it kills the process.
 * The process has its own session, so that Ctrl-C reaches the JVM alone and the JVM decides the order of stopping.
 */
public final class ChildProcess {

    private static final String GUARDED = """
        exec 3<&0
        trap '' INT HUP
        { trap '' TERM; read -r _ <&3 || kill -9 $$; } </dev/null >/dev/null 2>&1 &
        if command -v setsid >/dev/null; then exec setsid "$@" </dev/null 3<&-; fi
        exec "$@" </dev/null 3<&-
        """;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a command in a folder; its output is appended to the log file.
     *
     * @param environment added to this JVM's own environment
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
        var guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, name));
        guarded.addAll(command);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(guarded)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var child = new ChildProcess(name, builder.start(), log);
            var _ = child.process.onExit().thenRun(child::releaseGuard);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Its end was seen: the guard must not kill whoever gets this process id next. */
    private void releaseGuard() {
        try (var pipe = process.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException guardIsGone) {
            // nothing left to release
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; call only when it is not alive. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Asks it to stop, waits, and kills it if it is still there after the given time. */
    public void stop(Duration patience) {
        if (!process.isAlive()) return;
        // Process.destroy() would close the guard's pipe, which kills
        process.toHandle().destroy();
        if (!awaitExit(patience)) kill();
    }

    public void kill() {
        process.toHandle().destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Waits for the end; false if it still runs after the given time. */
    public boolean awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The end of its log file. */
    public List<String> lastLines(int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(no log at " + log + ")");
        }
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
            if (code != 0) throw new IllegalStateException("Cannot send " + signal + " to " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + signal + " to " + name, e);
        }
    }
}
