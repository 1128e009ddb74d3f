package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What becomes of the things that a service hangs on units when these are merged, split, moved or abolished, as its
 * {@code src/main/resources/META-INF/hanging.properties} says:
 *
 * <pre>{@code
 * team_session.unit_id = terms 届; ENDS; ENDS; STAYS; ENDS
 * unit_count.unit_id = none: counted from the tree
 * }</pre>
 *
 * The words are those of {@link Becomes}, for MERGE, SPLIT, MOVE and ABOLISH; behind a fifth semicolon stands what is to be
 * said beside them.
 */
public final class Hangings {

    /** What becomes of a thing. */
    public enum Becomes {
        /** Goes on at the heir from that day: the unit into which its own was merged, the first part of a split one. */
        TO_HEIR("goes to the heir"),
        /** Goes on at the unit above. */
        TO_PARENT("goes to the unit above"),
        /** Ends that day, with the reason. */
        ENDS("ends"),
        /** Stays what it is: history, or it goes wherever its unit goes. */
        STAYS("stays"),
        /** The proposal says it. */
        ASKED("as the proposal says"),
        /** The change is refused while there is one that is open. */
        REFUSES("refuses the change");

        private final String words;

        Becomes(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A column that names units, and what becomes of its rows.
     *
     * @param becomes on MERGE, SPLIT, MOVE and ABOLISH
     * @param remark empty if there is none
     */
    public record Thing(String column, String name, List<Becomes> becomes, String remark) {}

    private static final String NONE = "none:";
    private static final int CHANGES = 4;

    private final Map<String, Thing> things = new TreeMap<>();
    private final Map<String, String> others = new TreeMap<>();

    /**
     * @param module a service's folder
     * @throws IllegalArgumentException if a line is not as above
     */
    public Hangings(Path module) {
        var file = module.resolve("src/main/resources/META-INF/hanging.properties");
        if (!Files.exists(file)) return;
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.stringPropertyNames().forEach(column -> read(column, lines.getProperty(column)));
    }

    private void read(String column, String text) {
        if (text.startsWith(NONE)) {
            others.put(column, text.substring(NONE.length()).strip());
            return;
        }
        var parts = text.split(";", CHANGES + 2);
        if (parts.length <= CHANGES || parts[0].isBlank())
            throw new IllegalArgumentException(column + " does not say what becomes of it: " + text);
        var becomes = new ArrayList<Becomes>();
        for (int i = 1; i <= CHANGES; i++) becomes.add(Becomes.valueOf(parts[i].strip()));
        String remark = parts.length == CHANGES + 1 ? "" : parts[CHANGES + 1].strip();
        things.put(column, new Thing(column, parts[0].strip(), becomes, remark));
    }

    /** By column. */
    public Map<String, Thing> things() {
        return things;
    }

    /** Columns that name units, or look so, on which nothing hangs, and why. */
    public Map<String, String> others() {
        return others;
    }
}
