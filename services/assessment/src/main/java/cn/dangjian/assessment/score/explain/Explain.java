package cn.dangjian.assessment.score.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.fact.measure.Measure;
import cn.dangjian.assessment.fact.measure.MeasureTable;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.score.explain.Explanation.CorrectionView;
import cn.dangjian.assessment.score.explain.Explanation.FactView;
import cn.dangjian.assessment.score.explain.Explanation.LineView;
import cn.dangjian.assessment.score.explain.Explanation.PartView;
import cn.dangjian.assessment.score.explain.Explanation.PeersView;
import cn.dangjian.assessment.score.explain.FactQueries.CorrectionRow;
import cn.dangjian.assessment.score.explain.FactQueries.FactRow;
import cn.dangjian.assessment.score.explain.FactQueries.StoredTotal;
import cn.dangjian.assessment.score.scoring.Scoring;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import cn.dangjian.assessment.score.scoring.Scoring.Scored;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 说明: why a unit has the points that it has on a day, down to each fact (U-05). */
@Service
class Explain {

    private static final int SHOWN = 20;

    private final Scoring scoring;
    private final Rulings rulings;
    private final FactQueries queries;
    private final MeasureTable measures;

    Explain(Scoring scoring, Rulings rulings, FactQueries queries, MeasureTable measures) {
        this.scoring = scoring;
        this.rulings = rulings;
        this.queries = queries;
        this.measures = measures;
    }

    Explanation of(Unit unit, LocalDate day, Locale locale) {
        long id = unit.id().value();
        var stored =
                queries.listTotals(id, day.getYear()).stream().collect(toMap(StoredTotal::partOn, Function.identity()));
        var known = measures.list().stream().collect(toMap(Measure::code, Function.identity()));
        var corrections =
                queries.listCorrections(id, day.getYear()).stream().collect(groupingBy(CorrectionRow::partOn));
        var parts = scoring.of(id, day).stream()
                .map(part -> part(
                        part,
                        stored.get(part.part()),
                        corrections.getOrDefault(part.part(), List.of()),
                        known,
                        unit,
                        locale))
                .toList();
        return new Explanation(id, unit.name(), day, parts);
    }

    private PartView part(
            Scored part,
            @Nullable StoredTotal stored,
            List<CorrectionRow> corrections,
            Map<String, Measure> known,
            Unit unit,
            Locale locale) {
        var ruling = rulings.of(part.scheme(), part.asOf(), unit.path());
        var facts = queries.list(part.stays(), SHOWN).stream().collect(groupingBy(FactRow::indicatorId));
        var frozen = stored == null ? null : stored.frozenAt();
        var end = LocalDate.of(part.asOf().getYear(), 12, 31);
        var lines = part.lines().stream()
                .map(line -> {
                    var indicator = Objects.requireNonNull(ruling.indicators().get(line.indicator()));
                    var measure = indicator.measure() == null ? null : known.get(indicator.measure());
                    var rows = facts.getOrDefault(line.indicator(), List.of());
                    var formula = FormulaText.of(indicator, line, locale);
                    return line(indicator, measure, line, formula, rows, ruling.peers(line.indicator()), frozen, end);
                })
                .toList();
        return new PartView(
                part.part(),
                part.asOf(),
                ruling.rule(),
                points(part.total()),
                FormulaText.of(part, ruling.indicators(), locale),
                stored == null || stored.asOf().isAfter(part.asOf()) ? null : points(stored.total()),
                frozen == null ? null : frozen.atOffset(ZoneOffset.UTC),
                ruling.peers(0),
                lines,
                corrections.stream().map(Explain::correction).toList(),
                ruling.appeal());
    }

    private static CorrectionView correction(CorrectionRow row) {
        return new CorrectionView(
                row.appealId(),
                row.code(),
                points(row.basePoints()),
                points(row.points()),
                points(row.total()),
                row.document(),
                FactLink.ofAppeal(row.appealId()));
    }

    private static LineView line(
            Indicator indicator,
            @Nullable Measure measure,
            Measured measured,
            String formula,
            List<FactRow> facts,
            @Nullable PeersView peers,
            @Nullable LocalDateTime frozen,
            LocalDate end) {
        return new LineView(
                indicator.module(),
                indicator.code(),
                indicator.name(),
                indicator.method(),
                measure == null ? null : measure.name(),
                measure == null ? null : measure.definition(),
                measure == null ? null : measure.source(),
                indicator.basis(),
                indicator.weight(),
                measured.numerator(),
                measured.denominator(),
                points(measured.points()),
                formula,
                peers,
                facts.isEmpty() ? 0 : facts.getFirst().count(),
                facts.stream().map(fact -> fact(fact, frozen)).toList(),
                Restoring.of(indicator, measure, measured, end));
    }

    private static FactView fact(FactRow fact, @Nullable LocalDateTime frozen) {
        return new FactView(
                fact.thing(),
                fact.day(),
                fact.unit(),
                fact.unitName(),
                fact.numerator(),
                fact.denominator(),
                fact.eventId(),
                fact.version(),
                FactLink.of(fact.thing(), fact.unit()),
                frozen != null && fact.heardAt().isAfter(frozen));
    }

    private static @Nullable Points points(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Points(hundredths);
    }
}
