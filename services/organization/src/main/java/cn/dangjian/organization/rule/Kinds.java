package cn.dangjian.organization.rule;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds of Party organisations (党组织类别) and the full titles (全称) that they give their units. */
@Component
public class Kinds {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Ending> endings;

    Kinds() {
        for (var row : RuleFile.read("kinds.csv")) {
            kinds.put(
                    row.getField("kind"),
                    new Kind(row.getField("title"), row.getField("free").equals("yes")));
        }
        endings = RuleFile.read("name-endings.csv").stream()
                .map(row -> new Ending(row.getField("ending"), row.getField("instead")))
                .sorted(Comparator.comparingInt((Ending ending) -> ending.text().length())
                        .reversed())
                .toList();
    }

    private record Kind(String template, boolean free) {}

    private record Ending(String text, String instead) {}

    /** Whether units of this kind may be established although no division code names them. */
    public boolean isFree(String kind) {
        var found = kinds.get(kind);
        return found != null && found.free();
    }

    /** The full title of a unit, for example 中共芙蓉区文艺路街道工作委员会; its bare name if the kind is unknown. */
    public String title(String kind, String name, @Nullable String parentName) {
        var found = kinds.get(kind);
        if (found == null) return name;
        String division = division(name);
        String parent = parentName == null || name.startsWith(parentName) ? "" : division(parentName);
        return found.template().replace("{parent}", parent).replace("{name}", division);
    }

    private String division(String name) {
        return endings.stream()
                .filter(ending -> name.endsWith(ending.text())
                        && name.length() > ending.text().length())
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.text().length()) + ending.instead())
                .orElse(name);
    }
}
