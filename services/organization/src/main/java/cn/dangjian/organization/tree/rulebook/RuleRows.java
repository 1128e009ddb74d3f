package cn.dangjian.organization.tree.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.organization.tree.rulebook.Rule.SetBy;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** File {@code rules/rules.csv}: what holds where nobody has set anything else. */
@Component
class RuleRows {

    private static final String FILE = "/rules/rules.csv";

    private final Map<String, List<Rule>> rows = read().stream()
            .map(RuleRows::rule)
            .sorted(Comparator.comparing(Rule::since).reversed())
            .collect(Collectors.groupingBy(Rule::name, TreeMap::new, Collectors.toList()));

    RuleRows() {}

    /** What a rule says on a day; empty if there is no such rule, or none of that day. */
    Optional<Rule> find(String name, LocalDate day) {
        return rows.getOrDefault(name, List.of()).stream()
                .filter(rule -> !rule.since().isAfter(day))
                .findFirst();
    }

    /** All rules of a day, by name. */
    List<Rule> on(LocalDate day) {
        return rows.keySet().stream().flatMap(name -> find(name, day).stream()).toList();
    }

    /** Whether a regulation says something new from one day to the day before another. */
    boolean anyBegins(LocalDate from, LocalDate to) {
        return rows.values().stream()
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.since().isBefore(from) && rule.since().isBefore(to));
    }

    /** Of the numbers and of what is advised by them. */
    long checksum() {
        var crc = new CRC32();
        for (String file : List.of(FILE, "/rules/advice.csv")) {
            try (var stream = RuleRows.class.getResourceAsStream(file)) {
                if (stream == null) throw new FileNotFoundException(file);
                crc.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return crc.getValue();
    }

    private static Rule rule(NamedCsvRecord row) {
        String value = row.getField("value");
        return new Rule(
                row.getField("rule"),
                LocalDate.parse(row.getField("since")),
                value.isEmpty() ? null : new BigDecimal(value),
                row.getField("measure"),
                SetBy.valueOf(row.getField("set_by")),
                row.getField("source"),
                row.getField("note"));
    }

    private static List<NamedCsvRecord> read() {
        try (var stream = RuleRows.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new FileNotFoundException(FILE);
            try (var csv = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
