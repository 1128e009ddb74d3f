package cn.dangjian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One line of {@code services.csv}.
 *
 * @param folder from the root of the repository
 * @param port the one of {@code deploy/up}
 */
public record ServiceEntry(
        String name, String folder, int port, int heapMegabytes, boolean hasSchema, String mainClass) {

    static final String CONFIG = "config";
    static final String GATEWAY = "gateway";
    static final String IDENTITY = "identity";
    static final String ORGANIZATION = "organization";
    static final String MEMBER = "member";
    static final String TASK = "task";
    static final String DUES = "dues";
    static final String ASSESSMENT = "assessment";

    /** The table, in its order. */
    public static List<ServiceEntry> all() {
        try (var in = ServiceEntry.class.getResourceAsStream("/services.csv")) {
            if (in == null) throw new IllegalStateException("services.csv is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ServiceEntry::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceEntry parse(String line) {
        var cells = line.split("\\s*,\\s*", -1);
        if (cells.length != 6) throw new IllegalStateException("services.csv: not six columns: " + line);
        return new ServiceEntry(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[4].equals("yes"),
                cells[5]);
    }

    /** The start of its variables' names: {@code TASK}. */
    String variable() {
        return name.toUpperCase(Locale.ROOT);
    }

    /**
     * Whether there is nothing to start yet: a service with a schema whose package holds no room, which is a package of
     * its own, does nothing but remember the units.
     */
    boolean isEmpty(Path root) {
        if (!hasSchema) return false;
        var house = root.resolve(folder)
                .resolve("src/main/java")
                .resolve(mainClass.substring(0, mainClass.lastIndexOf('.')).replace('.', '/'));
        try (var files = Files.list(house)) {
            return files.noneMatch(Files::isDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The built fat jar.
     *
     * @param build the folder of a module where the build puts it
     */
    Path jar(Path root, String build) {
        var target = root.resolve(folder).resolve(build);
        if (Files.isDirectory(target)) {
            try (var files = Files.newDirectoryStream(target, name + "-*.jar")) {
                for (var file : files) {
                    if (!file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar")) return file;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new HouseException("The jar of " + name + " is missing in " + target
                + ": build it with ./mvnw -DskipTests package (deploy/up does)");
    }
}
