package cn.dangjian.platform.sheets;

/**
 * Cells that a spreadsheet would run. In a CSV file an apostrophe before them makes them text; reading takes it away
 * again, so that what was exported can be imported.
 */
public final class Formulas {

    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /** Whether a spreadsheet could take the text for something to run. */
    public static boolean isOne(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    static String disarm(String text) {
        return isArmed(text) ? "'" + text : text;
    }

    static String restore(String text) {
        return text.startsWith("'") && isArmed(text) ? text.substring(1) : text;
    }

    /** What stands behind any apostrophes; those that were there before are kept by one more. */
    private static boolean isArmed(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') at++;
        return isOne(text.substring(at));
    }
}
