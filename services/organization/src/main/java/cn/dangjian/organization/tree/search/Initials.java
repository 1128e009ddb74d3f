package cn.dangjian.organization.tree.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * 拼音首字母: the first letters of a name's syllables; digits and Latin letters stay as they are. The letters come from file
 * {@code search/initials.txt}, one for each character from U+4E00 on, as ICU spells it: ICU itself would take more memory
 * than the rest of the service.
 */
@Component
class Initials {

    static final int FIRST = 0x4E00;
    static final int LAST = 0x9FFF;

    private static final String FILE = "/search/initials.txt";
    private static final char NONE = '-';

    private final String letters = read();

    Initials() {}

    String of(String name) {
        var initials = new StringBuilder();
        name.codePoints().forEach(character -> {
            char letter = letter(character);
            if (letter != NONE) initials.append(letter);
        });
        return initials.toString();
    }

    private char letter(int character) {
        if (character < 128)
            return Character.isLetterOrDigit(character) ? (char) Character.toLowerCase(character) : NONE;
        return character < FIRST || character > LAST ? NONE : letters.charAt(character - FIRST);
    }

    private static String read() {
        try (var stream = Initials.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new FileNotFoundException(FILE);
            return new String(stream.readAllBytes(), US_ASCII).replace("\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
