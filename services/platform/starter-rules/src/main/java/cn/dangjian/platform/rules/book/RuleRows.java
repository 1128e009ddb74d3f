package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.rules.RuleFile;
import cn.dangjian.platform.rules.book.Rule.SetBy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** File {@code rules/rules.csv}: what holds where nobody has set anything else. */
@Component
class RuleRows {

    static final String FILE = "rules.csv";

    private final Map<String, List<Rule>> rows = RuleFile.read(FILE).stream()
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

    /** Since when a rule says something; empty if there is no such rule. */
    Optional<LocalDate> first(String name) {
        return rows.getOrDefault(name, List.of()).stream().map(Rule::since).min(Comparator.naturalOrder());
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

    private static Rule rule(NamedCsvRecord row) {
        String value = row.getField("value");
        return new Rule(
                row.getField("rule"),
                LocalDate.parse(row.getField("since")),
                value.isEmpty() ? null : new BigDecimal(value),
                row.getField("measure"),
                SetBy.valueOf(row.getField("set_by")),
                row.getField("source"),
                row.findField("certainty").orElse(""),
                row.getField("note"));
    }
}
