package cn.dangjian.organization.field.weak;

import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** File {@code rules/weak-types.csv}: the official problem types with their source. */
@Component
class WeakTypes {

    private final List<Type> types = RuleFile.read("weak-types.csv").stream()
            .map(row -> new Type(
                    row.getField("type"),
                    LocalDate.parse(row.getField("since")),
                    row.getField("title"),
                    row.getField("source")))
            .toList();

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
}
