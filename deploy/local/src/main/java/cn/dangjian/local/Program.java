package cn.dangjian.local;

import cn.dangjian.testkit.server.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A service's jar made ready to start fast: taken apart once per build, with a cache of its loaded and linked classes
 * (JDK 25's AOT cache) from a training run.
 */
final class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServiceEntry service;
    private final Path jar;
    private final Path builds;
    private final Path folder;

    /** @param programs where all services' programs are kept, each build of each in a folder of its own */
    Program(ServiceEntry service, Path jar, Path programs) {
        this.service = service;
        this.jar = jar;
        this.builds = programs.resolve(service.name()).toAbsolutePath();
        this.folder = builds.resolve(fingerprint(jar, service.heapMegabytes()));
    }

    /** Takes the jar apart if that was not done since its content changed. */
    void extract(Path log) {
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
            run("extract-" + service.name(), command, Map.of(), log);
            Files.createFile(stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /** Starts the application as far as its context and ends it, to learn which classes it needs. */
    void train(Map<String, String> environment, Path log) {
        var learnt = folder.resolve("learning.aot");
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options());
        command.addAll(List.of("-XX:AOTCacheOutput=" + learnt, "-Dspring.context.exit=onRefresh"));
        command.addAll(application());
        run("train-" + service.name(), command, environment, log);
        try {
            Files.move(learnt, cache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HouseException("No cache was written, see " + log);
        }
    }

    List<String> command() {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options());
        if (isTrained()) command.add("-XX:AOTCache=" + cache());
        command.addAll(application());
        return command;
    }

    Path folder() {
        return folder;
    }

    /** The training run needs the same ones: a cache made under other options is not used. */
    private List<String> options() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
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
    private static String fingerprint(Path jar, int heapMegabytes) {
        try (var file = new JarFile(jar.toFile())) {
            var content = file.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n", Runtime.version() + " " + heapMegabytes + "\n", ""));
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

    private void run(String name, List<String> command, Map<String, String> environment, Path log) {
        var process = ChildProcess.start(name, command, environment, folder, log);
        if (!process.awaitExit(PATIENCE)) {
            process.kill();
            throw new HouseException(name + " did not end, see " + log);
        }
        if (process.exitCode() != 0)
            throw new HouseException(name + " ended with " + process.exitCode() + ", see " + log);
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
