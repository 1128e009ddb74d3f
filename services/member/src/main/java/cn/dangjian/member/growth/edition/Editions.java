package cn.dangjian.member.growth.edition;

import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files {@code rules/development-editions.csv} and {@code rules/development-steps.csv}; other rooms ask here. */
@Component
public class Editions {

    private final List<Edition> editions;

    Editions() {
        var steps =
                RuleFile.read("development-steps.csv").stream().map(Step::of).toList();
        editions = RuleFile.read("development-editions.csv").stream()
                .map(row -> new Edition(
                        row.getField("edition"),
                        LocalDate.parse(row.getField("since")),
                        row.getField("certainty"),
                        row.getField("source"),
                        row.getField("note"),
                        steps.stream()
                                .filter(step -> step.edition().equals(row.getField("edition")))
                                .toList()))
                .sorted(Comparator.comparing(Edition::since).reversed())
                .toList();
    }

    /** All of them, the newest first. */
    public List<Edition> all() {
        return editions;
    }

    /** The one by which a stage goes that begins on a day; before all of them, the oldest. */
    public Edition on(LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.since().isAfter(day))
                .findFirst()
                .orElseGet(editions::getLast);
    }
}
