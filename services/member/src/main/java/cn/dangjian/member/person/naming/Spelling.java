package cn.dangjian.member.person.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 姓名规范化: what is levelled before names are compared: blanks inside Chinese names, the shapes of the dot between the
 * parts of a name, the width and case of Latin letters. NFC and not NFKC: rare characters stay what they are.
 */
final class Spelling {

    static final char DOT = '·';

    private static final String CHINESE = "[\\p{IsHan}·]";

    private static final Pattern DOTS = Pattern.compile("[•‧・･∙⋅᛫]");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{IsHan}) ?\\. ?(?=\\p{IsHan})");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\u200B\uFEFF]+");
    private static final Pattern BLANK_INSIDE = Pattern.compile("(?<=" + CHINESE + ") | (?=" + CHINESE + ")");
    private static final Pattern DOTS_IN_A_ROW = Pattern.compile("·{2,}");

    private Spelling() {}

    static String level(String name) {
        if (name.codePoints().allMatch(Character::isIdeographic))
            return Normalizer.normalize(name, Normalizer.Form.NFC);
        String text = narrow(Normalizer.normalize(name, Normalizer.Form.NFC));
        text = DOTS.matcher(text).replaceAll(String.valueOf(DOT));
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = FULL_STOP.matcher(text).replaceAll(String.valueOf(DOT));
        text = BLANK_INSIDE.matcher(text).replaceAll("");
        text = DOTS_IN_A_ROW.matcher(text).replaceAll(String.valueOf(DOT));
        return text.toUpperCase(Locale.ROOT);
    }

    /** Full-width Latin letters, digits and signs as those of ASCII. */
    private static String narrow(String text) {
        return text.codePoints()
                .map(c -> c >= '！' && c <= '～' ? c - ('！' - '!') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
