package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.rules.RuleFile;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists from which rooms choose, read from {@code rules/catalogue.csv}. */
@Component
public class Catalogue {

    private final List<Entry> entries = RuleFile.read("catalogue.csv").stream()
            .map(row ->
                    new Entry(row.getField("list"), row.getField("code"), row.getField("term"), row.getField("rule")))
            .toList();

    Catalogue() {}

    /**
     * One choice.
     *
     * @param rule the rule that says how many a unit has; empty where that is not asked
     */
    public record Entry(String list, String code, String term, String rule) {}

    /** What can be chosen, the first ones first; empty if there is no such list. */
    public List<Entry> of(String list) {
        return entries.stream().filter(entry -> entry.list().equals(list)).toList();
    }

    public Optional<Entry> find(String list, String code) {
        return of(list).stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
