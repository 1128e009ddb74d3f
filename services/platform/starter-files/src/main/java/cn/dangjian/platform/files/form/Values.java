package cn.dangjian.platform.files.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text of a problem speaks of, in one column. */
public final class Values {

    private static final int LONGEST = 1000;
    /** No text that was read has it. */
    private static final String BETWEEN = "\u001f";

    private Values() {}

    public static String join(List<String> values) {
        String text = String.join(BETWEEN, values);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    public static List<String> split(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(BETWEEN, -1));
    }
}
