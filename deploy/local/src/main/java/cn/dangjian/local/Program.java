package cn.dangjian.local;

import cn.dangjian.testkit.server.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service's jar made ready to start fast: taken apart once per build, with a cache of its loaded and linked classes
 * (JDK 25's AOT cache) from a training run.
 */
final class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Whoever uses the machine goes first. */
    private static final List<String> BEHIND_ALL_OTHERS = List.of("nice", "-n", "19");

    /** A file of a training, and the process that makes it. */
    private static final Pattern ATTEMPT = Pattern.compile("(?:learnt|written)-(\\d{1,18})");

    private final ServiceEntry service;
    private final Path jar;
    private final Path builds;
    private final Path folder;
    private final Path log;
    private final boolean both;
    private @Nullable ChildProcess tool;
    private boolean aborted;

    /**
     * @param programs where all services' programs are kept, each build of each in a folder of its own
     * @param both whether the second compiler (C2) works on what is used most, too
     */
    Program(ServiceEntry service, Path jar, Path programs, Path log, boolean both) {
        this.service = service;
        this.jar = jar;
        this.builds = programs.resolve(service.name()).toAbsolutePath();
        this.folder = builds.resolve(fingerprint(jar, service.heapMegabytes() + (both ? " both" : "")));
        this.log = log.toAbsolutePath();
        this.both = both;
    }

    /** Takes the jar apart if that was not done since its content changed. */
    void extract() {
        var stamp = folder.resolve("whole");
        try {
            if (Files.exists(stamp)) return;
            delete(folder);
            forgetOlderBuilds();
            var command = List.of(
                    java(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    folder.resolve("app").toString());
            run("extract", command, Map.of());
            Files.createFile(stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /**
     * Starts the application as far as its context and ends it, to learn which classes it needs. That opens no port and
     * hears no event, so the same service may run beside it.
     *
     * <p>Two steps, each a process that ends with this one; the cache gets its name when it is whole.
     */
    void train(Map<String, String> environment) {
        var attempt = Long.toString(ProcessHandle.current().pid());
        var learnt = folder.resolve("learnt-" + attempt);
        var written = folder.resolve("written-" + attempt);
        try {
            forgetAttempts();
            run(
                    "learn",
                    training("-XX:AOTMode=record", "-XX:AOTConfiguration=" + learnt, "-Dspring.context.exit=onRefresh"),
                    environment);
            run(
                    "write",
                    training("-XX:AOTMode=create", "-XX:AOTConfiguration=" + learnt, "-XX:AOTCache=" + written),
                    environment);
            try (var file = FileChannel.open(written, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(written, cache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HouseException("No cache was written, see " + log);
        } finally {
            forget(learnt);
            forget(written);
        }
    }

    private List<String> training(String... options) {
        var command = new ArrayList<>(BEHIND_ALL_OTHERS);
        command.add(java());
        command.addAll(options());
        command.addAll(List.of(options));
        command.addAll(application());
        return command;
    }

    /** Ends what {@link #extract} or {@link #train} is doing; neither can be done afterwards. */
    synchronized void abort() {
        aborted = true;
        if (tool != null) tool.kill();
    }

    List<String> command() {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options());
        // what the compiler has just made need not be verified; with a cache nothing is
        command.add(isTrained() ? "-XX:AOTCache=" + cache() : "-XX:-BytecodeVerificationRemote");
        command.addAll(application());
        return command;
    }

    Path folder() {
        return folder;
    }

    /** The training run needs the same ones: a cache made under other options is not used. */
    private List<String> options() {
        int heap = service.heapMegabytes();
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (both ? 4 : 1),
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                // what is allocated once stays resident: a small nursery, and a heap that follows what lives in it
                "-Xmx" + heap + "m",
                "-Xms" + heap / 3 + "m",
                "-Xmn" + heap / 8 + "m",
                "-XX:MinHeapFreeRatio=25",
                "-XX:MaxHeapFreeRatio=45",
                "-XX:-ShrinkHeapInSteps",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=" + (both ? 128 : 64) + "m",
                // a cache mapped where it was made for is shared with the file; elsewhere each page becomes a copy
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr");
    }

    private List<String> application() {
        return List.of("-jar", folder.resolve("app").resolve(jar.getFileName()).toString());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    /** Of the content, not of the file: a build that changes nothing writes the jar again. */
    private static String fingerprint(Path jar, String options) {
        try (var file = new JarFile(jar.toFile())) {
            var content = file.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n", Runtime.version() + " " + options + "\n", ""));
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The build before this one stays: a house that was started from it may still run. */
    private void forgetOlderBuilds() throws IOException {
        if (!Files.isDirectory(builds)) return;
        try (var files = Files.list(builds)) {
            var oldestFirst = files.sorted(
                            Comparator.comparingLong(build -> build.toFile().lastModified()))
                    .toList();
            for (int i = 0; i < oldestFirst.size() - 1; i++) delete(oldestFirst.get(i));
        }
    }

    private void run(String step, List<String> command, Map<String, String> environment) {
        var name = step + "-" + service.name();
        var process = begin(name, command, environment);
        if (!process.awaitExit(PATIENCE)) {
            process.kill();
            throw new HouseException(name + " did not end, see " + log);
        }
        if (process.exitCode() != 0)
            throw new HouseException(name + " ended with " + process.exitCode() + ", see " + log);
    }

    private synchronized ChildProcess begin(String name, List<String> command, Map<String, String> environment) {
        if (aborted) throw new HouseException(name + " is not begun: the house is being stopped");
        tool = ChildProcess.start(name, command, environment, folder, log);
        return tool;
    }

    /** What trainings left behind that were killed together with the process that made them. */
    private void forgetAttempts() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var attempt = ATTEMPT.matcher(file.getFileName().toString());
                if (attempt.matches()
                        && ProcessHandle.of(Long.parseLong(attempt.group(1))).isEmpty()) forget(file);
            }
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
