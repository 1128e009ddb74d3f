package cn.dangjian.member.person.naming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An order of Chinese characters from a file {@code naming/*.txt}: a line for each reading or number of strokes, with its
 * characters. A character's place is a number; between two lines some are left for surnames that are read so.
 */
final class CharacterOrder {

    static final int FIRST = 0x1000;
    static final int LEFT_FREE = 16;
    /** Behind the last place. */
    static final int END = 0xD000;

    private final char[] places;
    private final List<String> labels = new ArrayList<>();
    /** The first place of each label, and the first one behind its characters. */
    private final int[] from;

    private final int[] to;

    CharacterOrder(String file) {
        var lines = read("/naming/" + file);
        from = new int[lines.size()];
        to = new int[lines.size()];
        places = new char
                [1 + lines.stream().flatMapToInt(String::codePoints).max().orElse(0)];
        int place = FIRST;
        for (var line : lines) {
            int blank = line.indexOf(' ');
            from[labels.size()] = place;
            for (int character : line.substring(blank + 1).codePoints().toArray()) places[character] = (char) place++;
            to[labels.size()] = place;
            labels.add(line.substring(0, blank));
            place += LEFT_FREE;
        }
        if (place > END) throw new IllegalStateException(file + " has too many characters");
    }

    /** 0 for a character that the file does not know. */
    int place(int character) {
        return character < places.length ? places[character] : 0;
    }

    /** The reading, or number of strokes, of what stands there. */
    String label(int place) {
        int found = Arrays.binarySearch(from, place);
        return labels.get(found >= 0 ? found : -found - 2);
    }

    /** The first place behind the characters of a reading. */
    int behind(String label) {
        int found = labels.indexOf(label);
        if (found < 0) throw new IllegalArgumentException("No characters of " + label);
        return to[found];
    }

    private static List<String> read(String file) {
        try (var stream = CharacterOrder.class.getResourceAsStream(file)) {
            if (stream == null) throw new FileNotFoundException(file);
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
