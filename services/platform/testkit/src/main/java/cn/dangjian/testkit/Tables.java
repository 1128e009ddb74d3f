package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Which rooms of a service write and read its tables, as far as its statements name them. A table has one writing room;
 * those that several write stand in {@code src/test/resources/shared-tables.csv} with the reason, and only leave it.
 */
public final class Tables {

    private static final Pattern CREATE = Pattern.compile("(?i)\\bcreate table (?:if not exists )?`?(\\w+)");
    private static final Pattern DROP = Pattern.compile("(?i)\\bdrop table (?:if exists )?`?(\\w+)");
    private static final Pattern WRITE = Pattern.compile("\\b(?:insert(?:\\s+ignore)?\\s+into|(?<!key"
            + " )update|delete\\s+from|delete\\s+\\w+\\s+from|replace\\s+into)\\s+(\\w+)");
    /** MySQL takes it for the begin of its operator {@code member of}; MariaDB has none. */
    private static final Pattern OPERATOR = Pattern.compile("\\b[a-z]\\.[a-z_]+ member\\b(?! of\\b)");

    private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+(\\w+)");

    private final Path module;
    private final Map<String, Set<String>> writers = new TreeMap<>();
    private final Map<String, Set<String>> readers = new TreeMap<>();
    private final List<String> operators = new ArrayList<>();

    /** @param module a service's folder */
    public Tables(Path module) {
        this.module = module;
        each(module.resolve("src/main/resources/db"), ".sql", (file, text) -> CREATE.matcher(text)
                .results()
                .forEach(found -> writers.put(found.group(1), new TreeSet<>())));
        each(module.resolve("src/main/resources/db"), ".sql", (file, text) -> DROP.matcher(text)
                .results()
                .forEach(found -> writers.remove(found.group(1))));
        writers.keySet().forEach(table -> readers.put(table, new TreeSet<>()));
        each(module.resolve("src/main/java"), ".java", (file, text) -> {
            collect(WRITE, text, room(file), writers);
            collect(READ, text, room(file), readers);
            if (OPERATOR.matcher(text).find()) operators.add(file.getFileName() + " calls a column member without as");
        });
    }

    /** The rooms that write each table. */
    public Map<String, Set<String>> writers() {
        return writers;
    }

    /** The rooms that read a table and do not write it. */
    public Set<String> readers(String table) {
        var others = new TreeSet<>(readers.getOrDefault(table, Set.of()));
        others.removeAll(writers.getOrDefault(table, Set.of()));
        return others;
    }

    List<String> violations() {
        var shared = shared();
        var wrong = new ArrayList<>(operators);
        writers.forEach((table, rooms) -> {
            if (rooms.size() > 1 && !shared.contains(table)) wrong.add(table + " is written by " + rooms);
            if (rooms.size() < 2 && shared.contains(table))
                wrong.add(table + " is shared no more: take it off the list");
        });
        shared.stream().filter(table -> !writers.containsKey(table)).forEach(table -> wrong.add("no table " + table));
        return wrong;
    }

    private Set<String> shared() {
        var list = module.resolve("src/test/resources/shared-tables.csv");
        var tables = new TreeSet<String>();
        if (!Files.exists(list)) return tables;
        try {
            Files.readAllLines(list).stream().skip(1).forEach(line -> tables.add(line.substring(0, line.indexOf(','))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static void collect(Pattern pattern, String text, String room, Map<String, Set<String>> into) {
        pattern.matcher(text).results().forEach(found -> {
            var rooms = into.get(found.group(1));
            if (rooms != null) rooms.add(room);
        });
    }

    /** The package below the service's, for example {@code people.team}. */
    private String room(Path file) {
        var words = new ArrayList<String>();
        module.resolve("src/main/java").relativize(file.getParent()).forEach(word -> words.add(word.toString()));
        return String.join(".", words.subList(Math.min(3, words.size()), words.size()));
    }

    private static void each(Path folder, String ending, BiConsumer<Path, String> use) {
        if (!Files.isDirectory(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file :
                    all.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
                use.accept(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
