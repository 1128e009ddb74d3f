package cn.dangjian.platform.web;

import java.text.Normalizer;

/**
 * What a text that people type may hold (文字规范). What nobody sees is left out, for the database takes a name with it for
 * the name without it; a radical becomes the character that it looks like, for people search with that.
 */
public final class Wording {

    private Wording() {}

    /** Without what nobody sees, blanks around it included, and with characters for radicals. */
    public static String clean(String text) {
        return visible(text).strip();
    }

    /** Without what nobody sees, and with characters for radicals; blanks stay. */
    static String visible(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return text;
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isUnseen(c)).forEach(c -> {
            if (isRadical(c)) clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            else clean.appendCodePoint(c);
        });
        return clean.toString();
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
