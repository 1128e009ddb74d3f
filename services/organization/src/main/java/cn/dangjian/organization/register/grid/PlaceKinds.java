package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.rules.RuleFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** File {@code rules/place-kinds.csv}: what may lie in what, and who may stand for it. */
@Component
class PlaceKinds {

    private static final String COMMUNITY = "-";

    private final Map<String, Kind> kinds = read();
    private final Kinds partyKinds;

    PlaceKinds(Kinds partyKinds) {
        this.partyKinds = partyKinds;
    }

    private record Kind(Set<String> parents, Set<String> linked) {}

    List<String> all() {
        return List.copyOf(kinds.keySet());
    }

    /** @param parent the kind of the place around it; null for the community itself */
    boolean fits(String kind, @Nullable String parent) {
        var found = kinds.get(kind);
        return found != null && found.parents().contains(parent == null ? COMMUNITY : parent);
    }

    /** Whether a Party unit of a kind may stand for a place of a kind. */
    boolean links(String kind, String partyKind) {
        var found = kinds.get(kind);
        return found != null && partyKinds.isAmong(found.linked(), partyKind);
    }

    private static Map<String, Kind> read() {
        var kinds = new LinkedHashMap<String, Kind>();
        for (var row : RuleFile.read("place-kinds.csv")) {
            kinds.put(row.getField("kind"), new Kind(set(row.getField("parents")), set(row.getField("linked"))));
        }
        return kinds;
    }

    private static Set<String> set(String field) {
        return Set.of(field.split("\\|", -1));
    }
}
