package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A YAML file of {@code config-repo} as a person reads it: keys, values, and the comments above them. */
public final class SettingsFile {

    private static final Pattern LINE =
            Pattern.compile("^( *)(\"[^\"]*\"|[^\\s#\"-][^:#]*|[^\\s#\"-][^#]*?):(?: +(.*))?$");

    private final List<Entry> entries = new ArrayList<>();

    private SettingsFile() {}

    /**
     * A key with its place.
     *
     * @param key from the root, with dots
     * @param value as it is written; empty if keys follow below
     * @param comment the lines above the key, or above the neighbours that it follows without an empty line
     */
    public record Entry(String key, String value, String comment) {}

    private record Open(int indent, String key, String comment) {}

    /** @throws UncheckedIOException if the file cannot be read */
    public static SettingsFile read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SettingsFile of(String yaml) {
        var file = new SettingsFile();
        Deque<Open> open = new ArrayDeque<>();
        var comment = new ArrayList<String>();
        boolean fresh = false;
        for (String line : yaml.split("\n", -1)) {
            var key = LINE.matcher(line);
            if (line.isBlank()) {
                comment.clear();
                forgetComments(open);
            } else if (line.strip().startsWith("#")) {
                if (!fresh) comment.clear();
                comment.add(line.strip().replaceFirst("^# ?", ""));
                fresh = true;
            } else if (key.matches()) {
                int indent = key.group(1).length();
                boolean holdsOthers = key.group(3) == null;
                String said = fresh ? String.join(" ", comment) : holdsOthers ? "" : neighbour(open, indent);
                fresh = false;
                file.add(open, new Open(indent, unquoted(key.group(2)), said), key.group(3));
            }
        }
        return file;
    }

    /** All keys, also those that only hold others. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The entry of a key, however it is nested. */
    public Optional<Entry> find(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    private void add(Deque<Open> open, Open line, String value) {
        while (!open.isEmpty() && open.peek().indent() >= line.indent()) open.pop();
        open.push(line);
        var path = new ArrayList<String>();
        open.descendingIterator().forEachRemaining(each -> path.add(each.key()));
        String key = path.stream().collect(Collectors.joining("."));
        entries.add(new Entry(key, value == null ? "" : value.strip(), line.comment()));
    }

    /** A blank line ends what a comment is about, not what the lines are nested in. */
    private static void forgetComments(Deque<Open> open) {
        var kept = open.stream()
                .map(each -> new Open(each.indent(), each.key(), ""))
                .toList();
        open.clear();
        kept.forEach(open::addLast);
    }

    private static String neighbour(Deque<Open> open, int indent) {
        var above = open.peek();
        return above != null && above.indent() == indent ? above.comment() : "";
    }

    private static String unquoted(String key) {
        return key.startsWith("\"") ? key.substring(1, key.length() - 1) : key.strip();
    }
}
