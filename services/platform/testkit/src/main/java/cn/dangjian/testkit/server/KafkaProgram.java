package cn.dangjian.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of this JVM's class path a broker needs, and the archive of its classes that makes it start twice as fast. */
final class KafkaProgram {

    private static final Pattern JARS = Pattern.compile(
            "(kafka_2\\.13|kafka-(clients|metadata|raft|server|server-common|storage|storage-api|tools-api"
                + "|group-coordinator|group-coordinator-api|transaction-coordinator|share-coordinator"
                + "|coordinator-common)|scala-(library|reflect)|scala-logging_2\\.13"
                + "|jackson-(annotations|core|databind|dataformat-csv|datatype-jdk8)"
                + "|zstd-jni|lz4-java|snappy-java|pcollections|HdrHistogram|hash4j|caffeine|argparse4j|jopt-simple"
                + "|jose4j|metrics-core|re2j|commons-validator|slf4j-api|log4j-(api|to-slf4j)|logback-(classic|core))-[0-9].*\\.jar");

    private final String classPath;
    private final Path archive;

    KafkaProgram() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        JARS.matcher(Path.of(entry).getFileName().toString()).matches())
                .filter(entry -> !entry.contains("tools/jackson"))
                .sorted()
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        if (!jars.contains("kafka_2.13")) throw new IllegalStateException("Kafka's server is not on the class path");
        this.classPath = jars;
        int fingerprint = (jars + System.getProperty("java.vm.version")).hashCode();
        this.archive = Unpacked.cache().resolve("kafka-" + Integer.toHexString(fingerprint) + ".jsa");
    }

    String classPath() {
        return classPath;
    }

    /** Uses the archive of classes, or writes it when this process ends. */
    List<String> archiveOptions(Path data) {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto")
                : List.of("-XX:ArchiveClassesAtExit=" + written(data));
    }

    /** Puts the archive that an ended process has written where the next one looks for it. */
    void keepArchive(Path data) {
        try {
            if (!Files.exists(written(data))) return;
            Files.createDirectories(archive.getParent());
            var beside = Files.createTempFile(archive.getParent(), "kafka", ".tmp");
            Files.move(written(data), beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path data) {
        return data.resolve("classes.jsa");
    }
}
