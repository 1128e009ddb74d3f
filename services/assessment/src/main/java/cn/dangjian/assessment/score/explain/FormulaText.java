package cn.dangjian.assessment.score.explain;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import cn.dangjian.assessment.score.scoring.Scoring.Scored;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Formulas with the numbers in them, as one can compute them on paper; what stands on the right is rounded to 0.01. Where
 * there is nothing to compute, they say so in the reader's language.
 */
final class FormulaText {

    private FormulaText() {}

    /** What stands instead of a formula. */
    private enum Words {
        NOT_APPLICABLE("不适用", "does not apply"),
        NOTHING_FELL_DUE("没有应计事项，按满分计：", "nothing fell due, so all points: ");

        private final String chinese;
        private final String english;

        Words(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String in(Locale locale) {
            return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
        }
    }

    static String of(Indicator indicator, Measured measured, Locale locale) {
        if (measured.points() == null) return Words.NOT_APPLICABLE.in(locale);
        var points = new Points(measured.points());
        return isEmpty(indicator, measured)
                ? Words.NOTHING_FELL_DUE.in(locale) + points
                : left(indicator, measured) + " = " + points;
    }

    private static boolean isEmpty(Indicator indicator, Measured measured) {
        return switch (indicator.method()) {
            case AUTOMATIC, VOTE, EXPERT -> measured.denominator() <= 0;
            case DEDUCTION, ADDITION -> false;
        };
    }

    private static String left(Indicator indicator, Measured measured) {
        var weight = indicator.weight();
        long count = Math.max(0, measured.numerator());
        return switch (indicator.method()) {
            case DEDUCTION -> "%s − min(%s, %d × %s)".formatted(weight, indicator.limit(), count, each(indicator));
            case ADDITION -> "min(%s, %d × %s)".formatted(indicator.limit(), count, each(indicator));
            case AUTOMATIC, VOTE, EXPERT ->
                "min(%s, max(0, %s × (%d ÷ %d − %s) ÷ (%s − %s)))"
                        .formatted(
                                weight,
                                weight,
                                measured.numerator(),
                                measured.denominator(),
                                percent(zero(indicator)),
                                percent(full(indicator)),
                                percent(zero(indicator)));
        };
    }

    /** The sum of what applies, scaled to a hundred, and additions. */
    static String of(Scored part, Map<Long, Indicator> indicators, Locale locale) {
        if (part.total() == null) return Words.NOT_APPLICABLE.in(locale);
        return "(%s) ÷ %s × 100%s = %s"
                .formatted(
                        sum(part.lines(), indicators, false),
                        new Points(part.applicable()),
                        part.additions() == 0 ? "" : " + " + sum(part.lines(), indicators, true),
                        new Points(part.total()));
    }

    private static String sum(List<Measured> lines, Map<Long, Indicator> indicators, boolean additions) {
        return lines.stream()
                .filter(line -> line.points() != null)
                .filter(line -> additions == isAddition(indicators, line))
                .map(line -> new Points(Objects.requireNonNull(line.points())).text())
                .collect(Collectors.joining(" + "));
    }

    private static boolean isAddition(Map<Long, Indicator> indicators, Measured line) {
        return Objects.requireNonNull(indicators.get(line.indicator())).method() == Method.ADDITION;
    }

    static int zero(Indicator indicator) {
        return indicator.method().measures() ? indicator.zeroMark() : 0;
    }

    static int full(Indicator indicator) {
        return indicator.method().measures() ? indicator.fullMark() : Points.HUNDRED.hundredths();
    }

    static String percent(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString() + "%";
    }

    private static Points each(Indicator indicator) {
        return Objects.requireNonNullElse(indicator.each(), Points.NONE);
    }
}
