package cn.dangjian.organization.field.weak;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** File {@code rules/weak-types.csv}: the official problem types with their source. */
@Component
class WeakTypes {

    private static final String FILE = "/rules/weak-types.csv";

    private final List<Type> types = read();

    WeakTypes() {}

    record Type(String type, LocalDate since, String title, String source) {}

    List<Type> on(LocalDate day) {
        return types.stream().filter(type -> !type.since().isAfter(day)).toList();
    }

    /** Those of the names that no type of that day has. */
    List<String> unknown(Collection<String> names, LocalDate day) {
        var known = on(day).stream().map(Type::type).toList();
        return names.stream().filter(name -> !known.contains(name)).toList();
    }

    private static List<Type> read() {
        try (var stream = WeakTypes.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new FileNotFoundException(FILE);
            try (var csv = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
                return csv.stream()
                        .map(row -> new Type(
                                row.getField("type"),
                                LocalDate.parse(row.getField("since")),
                                row.getField("title"),
                                row.getField("source")))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
