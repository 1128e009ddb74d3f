package cn.dangjian.dues.money;

/**
 * 大写金额: an amount as vouchers write it, by the annex of 支付结算办法 (正确填写票据和结算凭证的基本规定). Where it leaves a
 * choice, the zero is written that makes an amount harder to alter: 元零 if the yuan end in a zero, none behind 万 and 亿.
 */
public final class Capitals {

    /** Ten thousand times 亿: beyond it no unit is named. */
    private static final long BOUND_FEN = 100_000_000_000_000L;

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] SECTIONS = {"", "万", "亿"};
    private static final int SECTION = 10_000;

    private Capitals() {}

    /**
     * The amount in capitals.
     *
     * @throws IllegalArgumentException if it is less than nothing, or 10,000 亿 yuan and more
     */
    public static String of(Yuan amount) {
        long fen = amount.fen();
        if (fen < 0 || fen >= BOUND_FEN) throw new IllegalArgumentException("No voucher says " + amount);
        if (fen == 0) return "零元整";
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int rest = (int) (fen % 10);
        var text = new StringBuilder();
        if (yuan > 0) text.append(whole(yuan)).append('元');
        if (jiao == 0 && rest == 0) return text.append('整').toString();
        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0)) text.append('零');
        if (jiao > 0) text.append(digit(jiao)).append('角');
        if (rest > 0) text.append(digit(rest)).append('分');
        return text.toString();
    }

    /** Sections of four digits; a zero stands for all that are missing between two. */
    private static String whole(long yuan) {
        var text = new StringBuilder();
        boolean missing = false;
        for (int at = SECTIONS.length - 1; at >= 0; at--) {
            int section = (int) (yuan / (long) Math.pow(SECTION, at) % SECTION);
            if (section == 0) {
                missing = true;
                continue;
            }
            if (!text.isEmpty() && (missing || section < SECTION / 10)) text.append('零');
            text.append(section(section)).append(SECTIONS[at]);
            missing = false;
        }
        return text.toString();
    }

    private static String section(int number) {
        var text = new StringBuilder();
        boolean missing = false;
        for (int at = PLACES.length - 1; at >= 0; at--) {
            int digit = number / (int) Math.pow(10, at) % 10;
            if (digit == 0) {
                missing = true;
                continue;
            }
            if (missing && !text.isEmpty()) text.append('零');
            text.append(digit(digit)).append(PLACES[at]);
            missing = false;
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
