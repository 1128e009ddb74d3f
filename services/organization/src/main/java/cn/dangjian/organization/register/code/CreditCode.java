package cn.dangjian.organization.register.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 统一社会信用代码 (GB 32100-2015, R-36): 18 characters, the last of which checks the others.
 *
 * @param value in capitals
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final Pattern FORM =
            Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{" + (WEIGHTS.length - 7) + "}");

    /** @throws IllegalArgumentException if the check does not hold; ask {@link #parse} about what others have written */
    public CreditCode {
        if (!holds(value)) throw new IllegalArgumentException("No credit code: " + value);
    }

    /** The code that a text is, whatever its case; empty if it is none. */
    public static Optional<CreditCode> parse(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return holds(code) ? Optional.of(new CreditCode(code)) : Optional.empty();
    }

    private static boolean holds(String code) {
        return FORM.matcher(code).matches() && code.charAt(WEIGHTS.length) == check(code);
    }

    /** The character that checks the first 17. */
    static char check(String code) {
        int size = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        return ALPHABET.charAt((size - sum % size) % size);
    }
}
