package cn.dangjian.assessment.score.explain;

import cn.dangjian.assessment.fact.measure.Measure;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What would bring the points of an indicator back. */
final class Restoring {

    private static final int ALL = 10_000;

    private Restoring() {}

    /**
     * What would bring points back.
     *
     * @param facts how many more of the measure, or how many fewer, if less is better
     * @param possible whether work can still do it: what has happened stays, and can only be contested
     * @param until the last day that counts
     */
    record RestoreView(long facts, boolean possible, LocalDate until, String text) {}

    /** Null where nothing is missing, or people give the points. */
    static @Nullable RestoreView of(
            Indicator indicator, @Nullable Measure measure, Measured measured, LocalDate until) {
        if (measure == null || measured.points() == null) return null;
        return switch (indicator.method()) {
            case AUTOMATIC -> ratio(indicator, measure, measured, until);
            case DEDUCTION -> deduction(measure, measured, until);
            case ADDITION, VOTE, EXPERT -> null;
        };
    }

    private static @Nullable RestoreView ratio(
            Indicator indicator, Measure measure, Measured measured, LocalDate until) {
        if (measured.denominator() <= 0) return null;
        boolean moreIsBetter = indicator.fullMark() > indicator.zeroMark();
        long reached = Math.multiplyExact(measured.denominator(), (long) indicator.fullMark());
        long missing = moreIsBetter
                ? Math.ceilDiv(reached, ALL) - measured.numerator()
                : measured.numerator() - Math.floorDiv(reached, ALL);
        if (missing <= 0) return null;
        String text = moreIsBetter
                ? "在现有%d%s中再有%d%s达到要求（共达%s），即得满分%s分"
                        .formatted(
                                measured.denominator(),
                                measure.countedIn(),
                                missing,
                                measure.countedIn(),
                                FormulaText.percent(indicator.fullMark()),
                                indicator.weight())
                : "再减少%d%s（降至%s以下），即得满分%s分"
                        .formatted(
                                missing,
                                measure.countedIn(),
                                FormulaText.percent(indicator.fullMark()),
                                indicator.weight());
        return new RestoreView(missing, true, until, text);
    }

    private static @Nullable RestoreView deduction(Measure measure, Measured measured, LocalDate until) {
        long facts = measured.numerator();
        if (facts <= 0) return null;
        return measure.kept()
                ? new RestoreView(facts, true, until, "整改现有%d%s后不再扣分".formatted(facts, measure.countedIn()))
                : new RestoreView(
                        facts, false, until, "已发生的%d%s不能补回；对事实有异议的可以申诉".formatted(facts, measure.countedIn()));
    }
}
