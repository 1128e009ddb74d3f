package cn.dangjian.assessment.scheme.check;

import static cn.dangjian.assessment.scheme.check.CheckRefusal.ADDITIONS_OVER;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.FACT_TWICE;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.FORBIDDEN;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.MEASURE_UNFIT;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.MEASURE_UNKNOWN;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.MODULE_UNKNOWN;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.POINTS_UNREACHABLE;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.RANKED_TOO_OFTEN;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.WEIGHTS_OFF;

import cn.dangjian.assessment.fact.measure.Measure;
import cn.dangjian.assessment.fact.measure.MeasureTable;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.scheme.content.Module;
import cn.dangjian.assessment.scheme.content.Ranking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 校核: finds everything that a scheme may not be published with. */
@Component
public class CheckScheme {

    private final MeasureTable measures;
    private final Forbidden forbidden;

    CheckScheme(MeasureTable measures, Forbidden forbidden) {
        this.measures = measures;
        this.forbidden = forbidden;
    }

    /** @param frame what it adapts; null if it adapts nothing */
    public List<Finding> check(Content scheme, @Nullable Content frame) {
        var known = measures.list().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        var found = new ArrayList<Finding>();
        rankings(scheme, found);
        names(scheme, found);
        for (var indicator : scheme.indicators()) measure(indicator, scheme, known, found);
        factsOnce(scheme, known, found);
        for (var indicator : scheme.indicators())
            if (!isReachable(indicator)) found.add(Finding.of(POINTS_UNREACHABLE, indicator.name()));
        sums(scheme, found);
        if (frame != null) FrameBands.check(scheme, frame, found);
        return found;
    }

    private void rankings(Content scheme, List<Finding> found) {
        if (scheme.ranking() == Ranking.NEVER || scheme.ranking() == Ranking.YEARLY) return;
        found.add(
                Finding.of(RANKED_TOO_OFTEN, forbidden.nature(Forbidden.RANKING).orElseThrow()));
    }

    private void names(Content scheme, List<Finding> found) {
        var modules = scheme.parts().stream().map(Module::code).collect(Collectors.toSet());
        for (var module : scheme.parts())
            if (module.above() != null && !modules.contains(module.above()))
                found.add(Finding.of(MODULE_UNKNOWN, module.name()));
        for (var indicator : scheme.indicators()) {
            if (!modules.contains(indicator.module())) found.add(Finding.of(MODULE_UNKNOWN, indicator.name()));
            forbidden
                    .named(indicator.name())
                    .ifPresent(article -> found.add(Finding.of(FORBIDDEN, indicator.name(), article)));
        }
    }

    private void measure(Indicator indicator, Content scheme, Map<String, Measure> known, List<Finding> found) {
        boolean has = indicator.measure() != null;
        boolean isChecked = indicator.method() == Method.EXPERT;
        if (has != indicator.method().measures() || (indicator.unannounced() != null && !isChecked)) {
            found.add(Finding.of(MEASURE_UNFIT, indicator.name()));
            return;
        }
        if (!has) return;
        var measure = known.get(indicator.measure());
        if (measure == null) {
            found.add(Finding.of(MEASURE_UNKNOWN, indicator.name()));
            return;
        }
        if (!measure.isOf(scheme.object())) found.add(Finding.of(MEASURE_UNFIT, indicator.name()));
        forbidden
                .nature(measure.nature())
                .ifPresent(article -> found.add(Finding.of(FORBIDDEN, indicator.name(), article)));
    }

    private static void factsOnce(Content scheme, Map<String, Measure> known, List<Finding> found) {
        var counted = new HashMap<String, String>();
        for (var indicator : scheme.indicators()) {
            var measure = indicator.measure() == null ? null : known.get(indicator.measure());
            if (measure == null) continue;
            var before = counted.putIfAbsent(measure.fact(), indicator.name());
            if (before != null) found.add(Finding.of(FACT_TWICE, indicator.name(), before));
        }
    }

    /** Whether somebody can have all points that it promises, and each that it takes can be taken. */
    private static boolean isReachable(Indicator indicator) {
        int weight = indicator.weight().hundredths();
        int each = indicator.each() == null ? 0 : indicator.each().hundredths();
        int limit = indicator.limit().hundredths();
        return switch (indicator.method()) {
            case AUTOMATIC -> weight > 0 && indicator.zeroMark() != indicator.fullMark() && limit == weight;
            case DEDUCTION -> weight > 0 && each > 0 && limit > 0 && limit <= weight;
            case ADDITION -> weight == 0 && each > 0 && limit >= each;
            case VOTE, EXPERT -> weight > 0;
        };
    }

    private static void sums(Content scheme, List<Finding> found) {
        long sum = scheme.indicators().stream()
                .mapToLong(indicator -> indicator.weight().hundredths())
                .sum();
        if (sum != Points.HUNDRED.hundredths())
            found.add(Finding.of(WEIGHTS_OFF, BigDecimal.valueOf(sum, 2).toPlainString()));
        long additions = scheme.indicators().stream()
                .filter(indicator -> indicator.method() == Method.ADDITION)
                .mapToLong(indicator -> indicator.limit().hundredths())
                .sum();
        if (additions > scheme.additionsMost().hundredths())
            found.add(Finding.of(ADDITIONS_OVER, scheme.additionsMost()));
    }
}
