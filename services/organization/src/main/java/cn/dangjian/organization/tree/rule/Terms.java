package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.RuleFile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which rule says how long a unit's team serves, by tier and kind, read from {@code rules/terms.csv}. */
@Component
public class Terms {

    private final List<Row> rows = RuleFile.read("terms.csv").stream()
            .map(row -> new Row(row.getField("tier"), row.getField("kind"), row.getField("rule")))
            .toList();

    private final Kinds kinds;

    Terms(Kinds kinds) {
        this.kinds = kinds;
    }

    private record Row(String tier, String kind, String rule) {}

    private boolean fits(Row row, Unit unit) {
        return (row.tier().isEmpty() || row.tier().equals(unit.tier().name()))
                && (row.kind().isEmpty() || kinds.isAmong(List.of(row.kind()), unit.kind()));
    }

    /** The name of the rule that counts the years of a term. */
    public String rule(Unit unit) {
        return rows.stream()
                .filter(row -> fits(row, unit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No term for " + unit.tier() + " " + unit.kind()))
                .rule();
    }
}
