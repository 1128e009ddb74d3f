package cn.dangjian.assessment.score.explain;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.assessment.scheme.frame.ContentTable.Numbered;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.assessment.score.explain.Explanation.AppealView;
import cn.dangjian.assessment.score.explain.Explanation.PeersView;
import cn.dangjian.assessment.score.explain.Explanation.RuleView;
import cn.dangjian.assessment.score.median.MedianTable;
import cn.dangjian.assessment.score.median.MedianTable.Median;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what somebody is scored, and the middle of those who are scored by the same. */
@Component
class Rulings {

    private static final String LEAST = "assessment.peers.least";
    private static final String DAYS = "assessment.appeal.days";

    private final SchemeTable schemes;
    private final ContentTable contents;
    private final MedianTable medians;
    private final Rulebook rulebook;

    Rulings(SchemeTable schemes, ContentTable contents, MedianTable medians, Rulebook rulebook) {
        this.schemes = schemes;
        this.contents = contents;
        this.medians = medians;
        this.rulebook = rulebook;
    }

    /** @param least of how many a median is shown */
    record Ruling(
            RuleView rule, Map<Long, Indicator> indicators, Map<Long, Median> medians, int least, AppealView appeal) {

        /** Null where they are too few: one could tell whose points these are. */
        @Nullable
        PeersView peers(long indicator) {
            var median = medians.get(indicator);
            if (median == null || median.units() < least) return null;
            return new PeersView(median.units(), new Points(median.median()));
        }
    }

    Ruling of(long id, LocalDate day, String path) {
        var scheme = schemes.get(id);
        var rules = rulebook.on(day);
        int days = rules.number(DAYS, path);
        var indicators = new LinkedHashMap<Long, Indicator>();
        for (Numbered numbered : contents.list(id)) indicators.put(numbered.id(), numbered.indicator());
        return new Ruling(
                rule(scheme),
                indicators,
                medians.list(id).stream().collect(toMap(Median::indicator, Function.identity())),
                rules.number(LEAST, path),
                new AppealView(
                        scheme.unitId(),
                        scheme.unitName(),
                        days,
                        "对得分有异议的，可在年度结果公布之日起%d日内向%s书面提出，写明指标、事实和理由".formatted(days, scheme.unitName())));
    }

    private static RuleView rule(Scheme scheme) {
        return new RuleView(
                scheme.id(),
                scheme.title(),
                scheme.unitId(),
                scheme.unitName(),
                Objects.requireNonNull(scheme.fromOn()),
                scheme.document());
    }
}
