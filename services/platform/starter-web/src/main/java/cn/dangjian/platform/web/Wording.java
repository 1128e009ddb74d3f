package cn.dangjian.platform.web;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text that people type may hold (文字规范). What nobody sees is left out, for the database takes a name with it for
 * the name without it; a radical becomes the character that it looks like, for people search with that.
 */
public final class Wording {

    /** GB/T 15834 and the household register write U+00B7 between the parts of a name. */
    private static final char DOT = '\u00b7';

    private static final String DOTS = "\u00b7\u2022\u30fb\u2027\uff65\u2219\u22c5\u2024\uff0e.\u0387\u16eb\u25cf";

    private Wording() {}

    /** Without what nobody sees, blanks around it included, and with characters for radicals. */
    public static String clean(String text) {
        return strip(visible(text));
    }

    /** Without what nobody sees before and behind it: blanks, those that break no line too, and what has no width. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (to > from && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        // String.strip() leaves the blanks that break no line
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || (c > 0x7f && isUnseen(c));
    }

    /**
     * What tells a person's name from others (同名): how it is typed in one list and in another, the dots of names of other
     * peoples and blanks inside it, makes no second person. For comparing; what is kept is the name as it was typed.
     */
    public static String sameName(String name) {
        var same = new StringBuilder(name.length());
        clean(name).codePoints().filter(c -> !isGap(c)).forEach(c -> same.appendCodePoint(isDot(c) ? DOT : c));
        return same.toString();
    }

    /**
     * Codes as they are compared, in capitals, and as somebody may have kept them. One with other letters than those of
     * ASCII is nobody's, and no database compares it with codes: the empty one stands for it.
     */
    public static Set<String> inBothCases(Collection<String> codes) {
        return codes.stream()
                .map(code -> code.chars().allMatch(c -> c < 0x80) ? code : "")
                .flatMap(code -> Stream.of(code, code.toUpperCase(Locale.ROOT), code.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What people find on their keyboards when a name has U+00B7. */
    private static boolean isDot(int c) {
        return DOTS.indexOf(c) >= 0;
    }

    /** Without what nobody sees, and with characters for radicals; blanks stay. */
    static String visible(String text) {
        if (isSeen(text)) return text;
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isUnseen(c)).forEach(c -> {
            if (isRadical(c)) clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            else clean.appendCodePoint(c);
        });
        return clean.toString();
    }

    /** Whether it is of ASCII, or of the characters that nearly all Chinese names are of: lists have hundreds of thousands. */
    private static boolean isSeen(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean seen = (c >= ' ' && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff);
            if (!seen) return false;
        }
        return true;
    }

    /** Whether it holds nothing but characters, and, where it may have several lines, breaks and tabs between them. */
    public static boolean isPrintable(String text, boolean lines) {
        return text.codePoints().noneMatch(c -> isBreak(c) ? !lines : isNoCharacter(c));
    }

    /** Joiners, marks of direction, blanks without width: what a text says without showing it. */
    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT
                // the filler letters of Hangul, the joiner of graphemes
                || (c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x034f)
                // forms of Mongolian letters and of signs; those of rare characters are seen and stay
                || (c >= 0x180b && c <= 0x180f)
                || (c >= 0xfe00 && c <= 0xfe0f);
    }

    /** Kangxi's radicals and those of the supplement, which look like characters and are none. */
    private static boolean isRadical(int c) {
        return c >= 0x2e80 && c <= 0x2fd5;
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isNoCharacter(int c) {
        return Character.isISOControl(c)
                // half of a pair
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xfffe) == 0xfffe;
    }
}
