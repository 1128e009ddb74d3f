package cn.dangjian.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every code with which the house refuses: its status, its words, and the doors that may answer it. */
final class ProblemsPage {

    private static final String DOORS = "META-INF/doors.properties";
    private static final String TITLE = ".title";
    /** More doors than these are counted, not named. */
    private static final int NAMED = 12;

    private static final Pattern WRITTEN = Pattern.compile("\\b([A-Z_]{2,}),\\s*\"([a-z][a-z0-9.-]+)\"");
    private static final Pattern ANSWER = Pattern.compile(" (\\d{3}):(\\S+)");
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("BAD_REQUEST", "400"),
            Map.entry("UNAUTHORIZED", "401"),
            Map.entry("FORBIDDEN", "403"),
            Map.entry("NOT_FOUND", "404"),
            Map.entry("METHOD_NOT_ALLOWED", "405"),
            Map.entry("NOT_ACCEPTABLE", "406"),
            Map.entry("CONFLICT", "409"),
            Map.entry("PRECONDITION_FAILED", "412"),
            Map.entry("CONTENT_TOO_LARGE", "413"),
            Map.entry("UNSUPPORTED_MEDIA_TYPE", "415"),
            Map.entry("UNPROCESSABLE_CONTENT", "422"),
            Map.entry("TOO_MANY_REQUESTS", "429"),
            Map.entry("INTERNAL_SERVER_ERROR", "500"),
            Map.entry("SERVICE_UNAVAILABLE", "503"),
            Map.entry("GATEWAY_TIMEOUT", "504"));

    /** By {@code code}, the doors of one service or of all. */
    private final Map<String, SortedSet<String>> everywhere = new TreeMap<>();

    String text() {
        var page = new StringBuilder("""
            # Problems (问题代码)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Every refusal is a problem of RFC 9457 (`application/problem+json`) with a stable `code`; its words are for people
            and may change. What a door may answer is read from its bytecode (`META-INF/doors.properties` of the service) and
            stands in its OpenAPI document as well. Where no door is named, the frame around all doors refuses, or the words are
            for a row of a file.
            """);
        var platform = ofStarters("problems.properties");
        for (var module : Module.services()) collect(module);
        page.append("\n## All services\n\n");
        table(page, platform, ofStarters("problems_en.properties"), everywhere, statuses(Module.platform()));
        for (var module : Module.services()) {
            var resources = module.folder().resolve("src/main/resources");
            var own = titles(resources, "problems.properties");
            if (own.isEmpty()) continue;
            page.append("\n## %s\n\n".formatted(module.name()));
            table(page, own, titles(resources, "problems_en.properties"), doors(module), statuses(List.of(module)));
        }
        return page.toString();
    }

    private void collect(Module module) {
        doors(module)
                .forEach((code, doors) ->
                        everywhere.computeIfAbsent(code, any -> new TreeSet<>()).addAll(doors));
    }

    private static void table(
            StringBuilder page,
            Properties chinese,
            Properties english,
            Map<String, SortedSet<String>> doors,
            Map<String, SortedSet<String>> statuses) {
        page.append("| code | status | 中文 | English | doors |\n|---|---|---|---|---|\n");
        for (String key : new TreeSet<>(chinese.stringPropertyNames())) {
            if (!key.endsWith(TITLE)) continue;
            String code = key.substring(0, key.length() - TITLE.length());
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            code,
                            String.join(", ", statuses.getOrDefault(code, new TreeSet<>())),
                            chinese.getProperty(key),
                            english.getProperty(key),
                            said(doors.getOrDefault(code, new TreeSet<>()))));
        }
    }

    private static String said(SortedSet<String> doors) {
        if (doors.size() > NAMED) return doors.size() + " doors";
        return String.join("<br>", doors.stream().map(door -> "`" + door + "`").toList());
    }

    /** By code, the doors that may answer it. */
    private static Map<String, SortedSet<String>> doors(Module module) {
        var doors = new TreeMap<String, SortedSet<String>>();
        var lines = read(module.folder().resolve("src/main/resources").resolve(DOORS));
        for (String door : lines.stringPropertyNames()) {
            var words = List.of(lines.getProperty(door).split(" ", -1));
            for (String word : words.subList(2, words.size())) {
                int colon = word.indexOf(':');
                if (colon < 0) continue;
                doors.computeIfAbsent(word.substring(colon + 1), any -> new TreeSet<>())
                        .add(words.get(0) + " /" + module.name() + words.get(1));
            }
        }
        return doors;
    }

    /** By code, the statuses that its doors have, or that stand before it where it is written. */
    private static Map<String, SortedSet<String>> statuses(List<Module> modules) {
        var statuses = new TreeMap<String, SortedSet<String>>();
        for (var module : modules) {
            read(module.folder().resolve("src/main/resources").resolve(DOORS))
                    .values()
                    .forEach(line -> ANSWER.matcher(String.valueOf(line))
                            .results()
                            .forEach(found -> statuses.computeIfAbsent(found.group(2), any -> new TreeSet<>())
                                    .add(found.group(1))));
            for (Path source : module.sources("\"")) {
                WRITTEN.matcher(Module.read(source)).results().forEach(found -> {
                    String status = STATUSES.get(found.group(1));
                    if (status != null)
                        statuses.computeIfAbsent(found.group(2), any -> new TreeSet<>())
                                .add(status);
                });
            }
        }
        return statuses;
    }

    private static Properties ofStarters(String name) {
        var all = new Properties();
        for (var module : Module.platform()) {
            String texts =
                    "src/main/resources/cn/dangjian/platform/" + module.name().replaceFirst("^starter-", "");
            all.putAll(titles(module.folder().resolve(texts), name));
        }
        return all;
    }

    private static Properties titles(Path resources, String name) {
        return read(resources.resolve(name));
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        if (!Files.exists(file)) return properties;
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
