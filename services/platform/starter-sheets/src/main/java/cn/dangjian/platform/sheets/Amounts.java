package cn.dangjian.platform.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * Amounts in cells. A spreadsheet keeps fifteen digits of a number and no more: what had more when it was typed, as identity
 * numbers have, is not what was typed any more; what is stored with more is a fraction that binary numbers do not have.
 */
public final class Amounts {

    private static final int KEPT = 15;
    /** Of smaller ones the exponent is shorter than the noughts. */
    private static final int MOST_PLACES = 40;

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern CUT = Pattern.compile("-?[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,3}");

    private Amounts() {}

    /** Whether the text is how a spreadsheet writes a number some of whose digits it may have lost. */
    public static boolean isCut(String text) {
        return CUT.matcher(text).matches();
    }

    /** The numbers of cells as a spreadsheet shows them, with an exponent if digits may be lost; others as they stand. */
    static String text(String raw) {
        if (!AMOUNT.matcher(raw).matches()) return raw;
        var amount = new BigDecimal(raw).stripTrailingZeros();
        if (amount.precision() - amount.scale() > KEPT) {
            return amount.round(new MathContext(KEPT)).stripTrailingZeros().toString();
        }
        if (amount.scale() <= 0) return amount.toPlainString();
        if (amount.scale() > MOST_PLACES) return raw;
        boolean shown = amount.precision() <= KEPT && raw.indexOf('e') < 0 && raw.indexOf('E') < 0;
        return shown
                ? raw
                : amount.round(new MathContext(KEPT)).stripTrailingZeros().toPlainString();
    }
}
