package cn.dangjian.platform.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of Excel files, in which characters that XML does not have, or would lose, are written as {@code _x000D_}. */
final class Texts {

    private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_WRITTEN = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Texts() {}

    /** What was meant. */
    static String read(String written) {
        if (!written.contains("_x")) return written;
        return WRITTEN.matcher(written)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** So that it is read as it is. */
    static String write(String meant) {
        return meant.contains("_x") ? LOOKS_WRITTEN.matcher(meant).replaceAll("_x005F_") : meant;
    }
}
