package cn.dangjian.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Several ES modules as one, so that a page costs one request. Nothing is renamed or left out: modules take from each
 * other what they name, under its own name, and what they declare at the margin is unique among them.
 */
final class JoinedModules {

    private static final Pattern IMPORT =
            Pattern.compile("^import\\s*\\{([^}]*)}\\s*from\\s*\"([^\"]+)\";\\n", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async )?(?:function|const|let|class)\\b)", Pattern.MULTILINE);
    private static final Pattern DECLARED =
            Pattern.compile("^(?:async )?(?:function\\*?|const|let|class) (\\w+)", Pattern.MULTILINE);
    private static final Pattern NOT_UNDERSTOOD = Pattern.compile("^(?:import|export|var)\\b.*", Pattern.MULTILINE);

    /** What a module finds in a browser without taking it from anywhere: declared once, it would be gone for all. */
    private static final Set<String> THERE = Set.of(
            ("blur caches close closed console crypto document event external fetch find focus frames history length "
                            + "location name navigator open opener origin parent performance print screen scroll self "
                            + "status stop top window")
                    .split(" ", -1));

    private final UnaryOperator<String> reader;
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, String> declared = new TreeMap<>();
    private final Map<String, Set<String>> fromOutside = new TreeMap<>();
    private final Set<String> begun = new LinkedHashSet<>();

    private JoinedModules(UnaryOperator<String> reader) {
        this.reader = reader;
    }

    /**
     * Joins a module with all that it needs, which comes before it.
     *
     * @param entry its path
     * @param reader gives the text of a path
     * @throws IllegalStateException if a module is written in a way that cannot be joined
     */
    static String join(String entry, UnaryOperator<String> reader) {
        var modules = new JoinedModules(reader);
        modules.add(entry);
        var text = new StringBuilder();
        modules.fromOutside.forEach(
                (from, names) -> text.append("import { %s } from \"%s\";\n".formatted(String.join(", ", names), from)));
        modules.bodies.forEach(
                (path, body) -> text.append("// ").append(path).append('\n').append(body));
        return text.toString();
    }

    private void add(String path) {
        if (bodies.containsKey(path)) return;
        if (!begun.add(path)) throw new IllegalStateException("Modules form a circle: " + begun + " " + path);

        String text = reader.apply(path);
        for (var taken : IMPORT.matcher(text).results().toList()) take(path, taken);
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
        var odd = NOT_UNDERSTOOD.matcher(body);
        if (odd.find()) throw new IllegalStateException(path + " cannot be joined: " + odd.group());
        for (var name : DECLARED.matcher(body).results().toList()) declare(name.group(1), path);
        bodies.put(path, body);
        begun.remove(path);
    }

    private void take(String path, MatchResult taken) {
        var names = names(path, taken.group(1));
        String from = taken.group(2);
        if (from.startsWith(".")) {
            String other = resolved(path, from);
            add(other);
            for (var name : names) {
                if (!other.equals(declared.get(name)))
                    throw new IllegalStateException(path + " takes " + name + " from " + other + ", which has none");
            }
        } else {
            fromOutside.computeIfAbsent(from, key -> new TreeSet<>()).addAll(names);
        }
    }

    private static List<String> names(String path, String listed) {
        var names = new ArrayList<String>();
        for (var name : listed.split(",", -1)) {
            if (name.isBlank()) continue;
            if (!name.strip().matches("\\w+"))
                throw new IllegalStateException(path + " takes something under another name: " + name.strip());
            names.add(name.strip());
        }
        return names;
    }

    private void declare(String name, String path) {
        if (THERE.contains(name)) throw new IllegalStateException(path + " hides the browser's own " + name);
        String other = declared.putIfAbsent(name, path);
        if (other != null) throw new IllegalStateException(path + " and " + other + " both declare " + name);
    }

    /** A path beside another one. */
    private static String resolved(String path, String from) {
        return java.nio.file.Path.of("/" + path)
                .resolveSibling(from)
                .normalize()
                .toString()
                .substring(1);
    }
}
