package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the codes with which a module refuses against the texts that it has for them, in Chinese and in English. */
class RefusalTexts {

    private static final Pattern CALL = Pattern.compile("\\b(?:problem|Problem|ProblemException)\\s*\\(");
    /** A constant of a room's enum of refusals. */
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\s*\\(");

    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Properties chinese = new Properties();
    private final Properties english = new Properties();
    private final Set<String> own = new TreeSet<>();
    private final List<String> sources = new ArrayList<>();

    /** @param module a folder with {@code src/main}; one that uses starters has their texts too */
    static List<String> violations(Path module) {
        var texts = new RefusalTexts();
        String pom = read(module.resolve("pom.xml"));
        for (var starter : starters()) {
            String name = starter.getFileName().toString();
            boolean own = module.endsWith(name) && !name.equals("starter-web");
            if (!own && pom.contains("<artifactId>" + name + "</artifactId>"))
                texts.load(starter.resolve("src/main/resources"));
        }
        var given = Set.copyOf(texts.own);
        texts.load(module.resolve("src/main/resources"));
        texts.own.removeAll(given);
        texts.sources.addAll(files(module.resolve("src/main/java"), ".java").stream()
                .map(RefusalTexts::read)
                .toList());
        return texts.violations();
    }

    private static List<Path> starters() {
        try (var all = Files.list(Repository.root().resolve("services/platform"))) {
            return all.filter(folder -> folder.getFileName().toString().startsWith("starter-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes that a source refuses with, as far as they are written where the refusal is. */
    static Set<String> codes(String source) {
        var codes = new TreeSet<String>();
        collect(source, CALL, codes);
        if (source.contains("implements Refusal {")) collect(source, CONSTANT, codes);
        return codes;
    }

    private static void collect(String source, Pattern refusing, Set<String> codes) {
        var calls = refusing.matcher(source);
        while (calls.find()) {
            var arguments = arguments(source, calls.end());
            if (arguments.size() < 2) continue;
            var found = CODE.matcher(arguments.get(1));
            while (found.find()) codes.add(found.group(1));
        }
    }

    private List<String> violations() {
        var wrong = new ArrayList<String>();
        var used = new TreeSet<String>();
        sources.forEach(source -> used.addAll(codes(source)));
        for (String code : used) {
            for (String part : List.of(".title", ".detail")) {
                if (!chinese.containsKey(code + part)) wrong.add("problems.properties lacks " + code + part);
                if (!english.containsKey(code + part)) wrong.add("problems_en.properties lacks " + code + part);
            }
        }
        for (String key : own) {
            if (!chinese.containsKey(key)) wrong.add("problems.properties lacks " + key);
            else if (!english.containsKey(key)) wrong.add("problems_en.properties lacks " + key);
            else if (!places(chinese, key).equals(places(english, key)))
                wrong.add(key + " has other places in English");
            String code = key.replaceFirst("\\.(title|detail)$", "");
            if (!code.equals(key) && sources.stream().noneMatch(source -> source.contains("\"" + code + "\""))) {
                wrong.add(key + " is a text that nobody uses");
            }
        }
        return wrong;
    }

    private void load(Path resources) {
        load(files(resources, "problems.properties"), chinese);
        load(files(resources, "problems_en.properties"), english);
        own.addAll(chinese.stringPropertyNames());
        own.addAll(english.stringPropertyNames());
    }

    private static void load(Collection<Path> files, Properties into) {
        for (var file : files) {
            try (var reader = Files.newBufferedReader(file)) {
                into.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Set<String> places(Properties texts, String key) {
        var places = new TreeSet<String>();
        var found = PLACE.matcher(texts.getProperty(key));
        while (found.find()) places.add(found.group(1));
        return places;
    }

    /** What stands between the parenthesis before {@code start} and the one that closes it, cut at its own commas. */
    private static List<String> arguments(String source, int start) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int from = start;
        boolean text = false;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (text) {
                if (c == '\\') at++;
                else if (c == '"') text = false;
            } else if (c == '"') text = true;
            else if (c == '\'') at = source.indexOf('\'', at + 2);
            else if (c == '(' || c == '{') depth++;
            else if ((c == ')' || c == '}') && depth-- == 0) {
                arguments.add(source.substring(from, at));
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments.add(source.substring(from, at));
                from = at + 1;
            }
        }
        return arguments;
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
