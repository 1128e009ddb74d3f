package cn.dangjian.member.person.number;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What GB 11643-1999 says of the characters of a number. */
final class Digits {

    static final int LENGTH = 18;
    static final int LEGACY_LENGTH = 15;

    /** 7.1: the weights of the first 17 digits, and the check character for each remainder. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECKS = "10X98765432";

    private static final int BIRTH = 6;
    /** Numbers of 15 digits leave it out. */
    private static final String CENTURY = "19";

    private static final Pattern FIGURE = Pattern.compile("[0-9]+(\\.[0-9]*)?[eE]\\+?[0-9]+|[0-9]+\\.[0-9]+");

    private Digits() {}

    /** Without what stands around it, and with the check character that people write small as a capital. */
    static String tidy(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isBlank(typed.charAt(from))) from++;
        while (to > from && isBlank(typed.charAt(to - 1))) to--;
        String text = typed.substring(from, to);
        return text.length() == LENGTH && text.endsWith("x") ? text.substring(0, LENGTH - 1) + 'X' : text;
    }

    /** What is wrong with a tidy text as far as its characters say, without the day and the check. */
    static Optional<NumberReason> misspelt(String text) {
        if (text.isEmpty()) return Optional.of(NumberReason.EMPTY);
        if (FIGURE.matcher(text).matches()) return Optional.of(NumberReason.AS_FIGURE);
        if (text.chars().anyMatch(c -> isBlank((char) c))) return Optional.of(NumberReason.BLANK_INSIDE);
        if (text.chars().anyMatch(c -> c >= '！' && c <= '～')) return Optional.of(NumberReason.FULL_WIDTH);
        boolean endsWithCheck = text.length() == LENGTH && text.charAt(LENGTH - 1) == 'X';
        String digits = endsWithCheck ? text.substring(0, LENGTH - 1) : text;
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) return Optional.of(NumberReason.NOT_DIGITS);
        boolean fits = text.length() == LENGTH || text.length() == LEGACY_LENGTH;
        return fits ? Optional.empty() : Optional.of(NumberReason.WRONG_LENGTH);
    }

    /** The 18 characters that a number of either length stands for. */
    static String full(String text) {
        if (text.length() == LENGTH) return text;
        String digits = text.substring(0, BIRTH) + CENTURY + text.substring(BIRTH);
        return digits + check(digits);
    }

    /** Empty for 30 February. */
    static Optional<LocalDate> birth(String full) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(full, BIRTH, BIRTH + 4, 10),
                    Integer.parseInt(full, BIRTH + 4, BIRTH + 6, 10),
                    Integer.parseInt(full, BIRTH + 6, BIRTH + 8, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static boolean isChecked(String full) {
        return full.charAt(LENGTH - 1) == check(full);
    }

    /** The last digit before the check is odd for men. */
    static Sex sex(String full) {
        return (full.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    private static char check(String full) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) sum += WEIGHTS[at] * (full.charAt(at) - '0');
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /** Also those that cells of spreadsheets bring along: without width, or not to be broken. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
