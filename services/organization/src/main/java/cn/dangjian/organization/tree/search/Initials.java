package cn.dangjian.organization.tree.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 拼音首字母: the first letters of a name's syllables; digits and Latin letters stay as they are. Names of places have their
 * own readings (单县 s, 长沙 c): file {@code search/place-readings.csv}. Other letters come from file
 * {@code search/initials.txt}, one for each character from U+4E00 on, as ICU spells it: ICU itself would take more memory
 * than the rest of the service, and its readings for names are those of persons.
 */
@Component
class Initials {

    static final int FIRST = 0x4E00;
    static final int LAST = 0x9FFF;

    /** Of a name with many characters that are read in two ways: the ones that are most often meant come first. */
    private static final int MOST = 4;

    private static final String FILE = "/search/initials.txt";
    private static final String READINGS = "/search/place-readings.csv";
    private static final char NONE = '-';

    private final String letters = text(FILE).replace("\n", "");
    private final Map<String, String> readings = new HashMap<>();
    private final int longest;

    Initials() {
        text(READINGS)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> readings.put(row[0], row[1]));
        longest = readings.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** All that somebody may type who means the name, at least one. */
    List<String> of(String name) {
        var initials = List.of("");
        int at = 0;
        while (at < name.length()) {
            String known = longest(name, at);
            if (known.isEmpty()) {
                int character = name.codePointAt(at);
                char letter = letter(character);
                if (letter != NONE) initials = each(initials, String.valueOf(letter));
                at += Character.charCount(character);
            } else {
                String read = readings.getOrDefault(known, "");
                initials = known.length() == 1 ? each(initials, read) : add(initials, read);
                at += known.length();
            }
        }
        return initials;
    }

    /** The longest text with a reading of its own that begins there; empty if there is none. */
    private String longest(String name, int at) {
        for (int length = Math.min(longest, name.length() - at); length > 0; length--) {
            String text = name.substring(at, at + length);
            if (readings.containsKey(text)) return text;
        }
        return "";
    }

    private static List<String> add(List<String> initials, String letters) {
        return initials.stream().map(begun -> begun + letters).toList();
    }

    /** Each with each of the letters, as many as are kept. */
    private static List<String> each(List<String> initials, String letters) {
        var all = new ArrayList<String>();
        for (int i = 0; i < letters.length(); i++) {
            for (String begun : initials) if (all.size() < MOST) all.add(begun + letters.charAt(i));
        }
        return all;
    }

    private char letter(int character) {
        if (character < 128)
            return Character.isLetterOrDigit(character) ? (char) Character.toLowerCase(character) : NONE;
        return character < FIRST || character > LAST ? NONE : letters.charAt(character - FIRST);
    }

    private static String text(String file) {
        try (var stream = Initials.class.getResourceAsStream(file)) {
            if (stream == null) throw new FileNotFoundException(file);
            return new String(stream.readAllBytes(), file.equals(FILE) ? US_ASCII : UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
