package cn.dangjian.testkit.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What statistics counts, as its catalogue of measures says. */
final class MeasuresPage {

    private static final String FILE = "services/statistics/src/main/resources/rules/measures.csv";

    String text() {
        var page = new StringBuilder("""
            # Measures (指标目录)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Made from `services/statistics/src/main/resources/rules/measures.csv`; `GET /statistics/v1/measures` says the same.
            STATE: the value at the end of a month, or now in the open one. FLOW: what happened within the month. A measure
            has the same value in every view, list and query.

            | code | name | definition | unit | kind | by | share of | told by | on the screens of | article |
            |---|---|---|---|---|---|---|---|---|---|
            """);
        for (String line : lines()) {
            var field = List.of(line.split(",", -1));
            String screens =
                    field.get(10).replace("|", ", ") + (field.get(11).equals("1") ? " all, while not zero" : "");
            page.append("| `%s` | %s %s | %s | %s | %s | %s | %s | `%s` | %s | %s |\n"
                    .formatted(
                            field.get(0),
                            field.get(1),
                            field.get(2),
                            field.get(3),
                            field.get(4),
                            field.get(5),
                            field.get(6),
                            field.get(8).isEmpty() ? "" : "`" + field.get(8) + "`",
                            field.get(7),
                            screens.strip(),
                            field.get(9)));
        }
        return page.toString();
    }

    /** No field of the file has a comma or a line break in it. */
    private static List<String> lines() {
        try {
            return Files.readAllLines(Repository.root().resolve(FILE), UTF_8).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
