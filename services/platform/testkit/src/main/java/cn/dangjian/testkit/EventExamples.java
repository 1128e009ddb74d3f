package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples of events that producers publish beside their schemas. */
public final class EventExamples {

    private EventExamples() {}

    /** The example of a type, for example {@code task.dispatched.v1}: a whole event as JSON. */
    public static String load(String type) {
        return read(file(type, "example"));
    }

    /** The example of a producer's fact, for example {@code load("task", "dispatched.v1")}. */
    public static String load(String service, String fact) {
        return load(service + "." + fact);
    }

    static Path file(String type, String kind) {
        int dot = type.indexOf('.');
        return Repository.root()
                .resolve("services")
                .resolve(type.substring(0, dot))
                .resolve("contracts/events")
                .resolve(type.substring(dot + 1) + "." + kind + ".json");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
