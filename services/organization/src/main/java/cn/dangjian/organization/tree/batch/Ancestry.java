package cn.dangjian.organization.tree.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The open proposals of a list, each behind the one below whose unit its own will be, wherever in the list they stand. */
final class Ancestry {

    private final Function<Collection<String>, List<Listed>> find;

    /** @param find the open proposals of a list that propose units of some codes */
    Ancestry(Function<Collection<String>, List<Listed>> find) {
        this.find = find;
    }

    List<Listed> of(List<Listed> page) {
        var all = new LinkedHashMap<String, Listed>();
        for (var listed : page) all.put(listed.code(), listed);
        return ordered(all, missing(all));
    }

    List<Listed> of(Set<String> codes) {
        return ordered(new LinkedHashMap<>(), codes);
    }

    private List<Listed> ordered(Map<String, Listed> all, Set<String> codes) {
        var wanted = codes;
        while (!wanted.isEmpty()) {
            var found = find.apply(wanted);
            if (found.isEmpty()) break;
            for (var listed : found) all.putIfAbsent(listed.code(), listed);
            wanted = missing(all);
            wanted.removeAll(found.stream().map(Listed::code).toList());
        }
        var ordered = new LinkedHashMap<String, Listed>();
        for (var listed : all.values()) order(listed, all, ordered);
        return List.copyOf(ordered.values());
    }

    private static Set<String> missing(Map<String, Listed> all) {
        return all.values().stream()
                .map(Listed::under)
                .filter(under -> !under.isEmpty() && !all.containsKey(under))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void order(Listed listed, Map<String, Listed> all, Map<String, Listed> ordered) {
        if (ordered.containsKey(listed.code())) return;
        var parent = all.get(listed.under());
        if (parent != null) order(parent, all, ordered);
        ordered.put(listed.code(), listed);
    }
}
