package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** File {@code rules/advice.csv}: what is advised by which rule, and to whom. */
@Component
class AdviceRules {

    private final Map<Kind, Line> lines = read();
    private final Kinds kinds;

    AdviceRules(Kinds kinds) {
        this.kinds = kinds;
    }

    /** @param kinds of Party units; empty for any */
    record Line(Level level, String rule, Set<String> kinds) {}

    Line line(Kind kind) {
        return Objects.requireNonNull(lines.get(kind), kind::name);
    }

    /** Whether units of a kind are advised so. */
    boolean isFor(Line line, String kind) {
        return line.kinds().isEmpty() || kinds.isAmong(line.kinds(), kind);
    }

    private static Map<Kind, Line> read() {
        var lines = new EnumMap<Kind, Line>(Kind.class);
        for (var row : RuleFile.read("advice.csv")) lines.put(Kind.valueOf(row.getField("advice")), line(row));
        return lines;
    }

    private static Line line(NamedCsvRecord row) {
        String kinds = row.getField("kinds");
        return new Line(
                Level.valueOf(row.getField("level")),
                row.getField("rule"),
                kinds.isEmpty() ? Set.of() : Set.of(kinds.split("\\|", -1)));
    }
}
