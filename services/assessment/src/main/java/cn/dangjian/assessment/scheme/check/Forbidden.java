package cn.dangjian.assessment.scheme.check;

import cn.dangjian.platform.rules.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What nobody may be scored by, as {@code rules/forbidden.csv} has it. */
@Component
class Forbidden {

    /** The row about rankings. */
    static final String RANKING = "MONTHLY_RANKING";

    private final List<Row> rows = RuleFile.read("forbidden.csv").stream()
            .map(row -> new Row(
                    row.getField("nature"),
                    Arrays.asList(row.getField("words").split("\\|", -1)),
                    row.getField("source")))
            .toList();

    private record Row(String nature, List<String> words, String source) {}

    /** The article that forbids a measure of this nature. */
    Optional<String> nature(String nature) {
        return rows.stream()
                .filter(row -> row.nature().equals(nature))
                .map(Row::source)
                .findFirst();
    }

    /** The article that forbids what a name says. */
    Optional<String> named(String name) {
        return rows.stream()
                .filter(row -> row.words().stream().anyMatch(name::contains))
                .map(Row::source)
                .findFirst();
    }
}
