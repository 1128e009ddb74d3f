package cn.dangjian.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Computes what a formula says, from its text alone, as somebody would do it on paper. */
public final class Paper {

    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_UP);

    private final String text;
    private int at;

    private Paper(String text) {
        this.text = text;
    }

    /** What the left side gives, rounded to 0.01. */
    public static String left(String formula) {
        var paper = new Paper(formula.substring(0, formula.lastIndexOf('=')).replace(" ", ""));
        var result = paper.sum();
        if (paper.at != paper.text.length()) throw new IllegalArgumentException(formula + " at " + paper.at);
        return result.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    public static String right(String formula) {
        return formula.substring(formula.lastIndexOf('=') + 1).strip();
    }

    private BigDecimal sum() {
        var sum = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '−')) {
            char sign = text.charAt(at++);
            sum = sign == '+' ? sum.add(product()) : sum.subtract(product());
        }
        return sum;
    }

    private BigDecimal product() {
        var product = factor();
        while (at < text.length() && (text.charAt(at) == '×' || text.charAt(at) == '÷')) {
            char sign = text.charAt(at++);
            product = sign == '×' ? product.multiply(factor()) : product.divide(factor(), DIGITS);
        }
        return product;
    }

    private BigDecimal factor() {
        if (text.startsWith("min(", at) || text.startsWith("max(", at)) {
            boolean least = text.startsWith("min(", at);
            at += 4;
            var one = sum();
            at++;
            var other = sum();
            at++;
            return least ? one.min(other) : one.max(other);
        }
        if (text.charAt(at) == '(') {
            at++;
            var inner = sum();
            at++;
            return inner;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
        var number = new BigDecimal(text.substring(from, at));
        if (at == text.length() || text.charAt(at) != '%') return number;
        at++;
        return number.movePointLeft(2);
    }
}
