package cn.dangjian.local.synthetic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 虚构的号码: numbers that pass the check of GB 11643 and are nobody's, for their first six digits are given to no division:
 * they begin with 78 or 79, and neither with 8 nor 9, which are permits.
 */
final class Numbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Order numbers of one sex. */
    private static final int ORDERS = 499;

    private static final int AREAS = 20_000;

    /** Persons who differ by this index have different numbers, whatever their birth days. */
    static final long MOST = (long) ORDERS * AREAS;

    private Numbers() {}

    /** The 18 characters of a person. */
    static String of(long index, LocalDate birth, boolean male) {
        long area = 780_000 + index / ORDERS % AREAS;
        long order = index % ORDERS * 2 + (male ? 1 : 2);
        String digits = area + birth.format(DAY) + "%03d".formatted(order);
        return digits + check(digits);
    }

    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return "10X98765432".charAt(sum % 11);
    }
}
