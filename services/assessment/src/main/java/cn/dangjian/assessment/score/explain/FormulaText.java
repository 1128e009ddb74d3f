package cn.dangjian.assessment.score.explain;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import cn.dangjian.assessment.score.scoring.Scoring.Scored;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Formulas with the numbers in them, as one can compute them on paper; what stands on the right is rounded to 0.01. */
final class FormulaText {

    private static final String NOT_APPLICABLE = "不适用";

    private FormulaText() {}

    static String of(Indicator indicator, Measured measured) {
        if (measured.points() == null) return NOT_APPLICABLE;
        return left(indicator, measured) + " = " + new Points(measured.points());
    }

    private static String left(Indicator indicator, Measured measured) {
        var weight = indicator.weight();
        long count = Math.max(0, measured.numerator());
        return switch (indicator.method()) {
            case DEDUCTION -> "%s − min(%s, %d × %s)".formatted(weight, indicator.limit(), count, each(indicator));
            case ADDITION -> "min(%s, %d × %s)".formatted(indicator.limit(), count, each(indicator));
            case AUTOMATIC, VOTE, EXPERT ->
                measured.denominator() <= 0
                        ? weight.text()
                        : "min(%s, max(0, %s × (%d ÷ %d − %s) ÷ (%s − %s)))"
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
    static String of(Scored part, Map<Long, Indicator> indicators) {
        if (part.total() == null) return NOT_APPLICABLE;
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
