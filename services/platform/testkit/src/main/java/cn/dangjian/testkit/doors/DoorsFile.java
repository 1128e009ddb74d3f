package cn.dangjian.testkit.doors;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file in which a service carries what its doors answer; the OpenAPI document and docs/problems.md are made of it. */
public final class DoorsFile {

    private static final String PLACE = "META-INF/doors.properties";
    private static final String HEAD = """
        # How each door may answer besides what its signature says: statuses, headers, refusals.
        # Made from the bytecode by deploy/docs; do not edit.
        """;

    private DoorsFile() {}

    /**
     * Holds a file against the doors; with {@code -Ddocs.write=true} it is written.
     *
     * @param resources the folder of resources that holds it
     * @return what is wrong; empty if nothing is
     */
    public static Optional<String> check(Path resources, List<Door> doors) {
        var file = resources.resolve(PLACE);
        String text = doors.isEmpty()
                ? ""
                : HEAD + doors.stream().map(door -> door.line() + "\n").collect(Collectors.joining());
        try {
            if (Boolean.getBoolean("docs.write")) write(file, text);
            String written = Files.exists(file) ? Files.readString(file) : "";
            return written.equals(text)
                    ? Optional.empty()
                    : Optional.of(Repository.root().relativize(file.toAbsolutePath()) + " is stale: run deploy/docs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
