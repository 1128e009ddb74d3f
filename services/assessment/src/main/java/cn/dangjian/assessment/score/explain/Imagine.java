package cn.dangjian.assessment.score.explain;

import static cn.dangjian.assessment.score.explain.ScoreRefusal.INDICATOR_UNKNOWN;
import static cn.dangjian.assessment.score.explain.ScoreRefusal.NOT_SCORED;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.assessment.scheme.frame.ContentTable.Numbered;
import cn.dangjian.assessment.score.scoring.Scoring;
import cn.dangjian.assessment.score.scoring.Scoring.Change;
import cn.dangjian.assessment.score.scoring.Scoring.Measured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 试算: what a unit would have if its facts were others; computed as the score itself, and stored nowhere. */
@Service
class Imagine {

    private final Scoring scoring;
    private final ContentTable contents;

    Imagine(Scoring scoring, ContentTable contents) {
        this.scoring = scoring;
        this.contents = contents;
    }

    /**
     * What would be other facts.
     *
     * @param numerator what is added to it; negative if there were fewer
     * @param denominator likewise
     */
    record ChangeRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @Min(-1_000_000_000) @Max(1_000_000_000) long numerator,
            @Min(-1_000_000_000) @Max(1_000_000_000) long denominator) {}

    record ImagineRequest(@NotEmpty @Size(max = 200) List<@NotNull @Valid ChangeRequest> changes) {}

    /** @param points null where it would not apply */
    record ImaginedLine(
            String code,
            String name,
            @Nullable Points before,
            @Nullable Points points,
            String formula) {}

    record Imagined(@Nullable Points before, @Nullable Points total, String formula, List<ImaginedLine> indicators) {}

    /** Of the part of the year that goes on. */
    Imagined of(long unit, ImagineRequest request, LocalDate day, Locale locale) {
        var now = scoring.of(unit, day, List.of());
        NOT_SCORED.when(now.isEmpty());
        var before = now.getLast();
        var indicators = contents.list(before.scheme()).stream().collect(toMap(Numbered::id, Numbered::indicator));
        var changes = request.changes().stream()
                .map(change -> new Change(id(change.indicator(), indicators), change.numerator(), change.denominator()))
                .collect(toMap(Change::indicator, change -> change, Change::and, LinkedHashMap::new));
        var after = scoring.of(unit, day, List.copyOf(changes.values())).getLast();
        var was = before.lines().stream().collect(toMap(Measured::indicator, line -> line));
        return new Imagined(
                points(before.total()),
                points(after.total()),
                FormulaText.of(after, indicators, locale),
                after.lines().stream()
                        .map(line -> {
                            var indicator = Objects.requireNonNull(indicators.get(line.indicator()));
                            return new ImaginedLine(
                                    indicator.code(),
                                    indicator.name(),
                                    points(Objects.requireNonNull(was.get(line.indicator()))
                                            .points()),
                                    points(line.points()),
                                    FormulaText.of(indicator, line, locale));
                        })
                        .toList());
    }

    private static long id(String code, Map<Long, Indicator> indicators) {
        return indicators.entrySet().stream()
                .filter(each -> each.getValue().code().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> INDICATOR_UNKNOWN.with(code));
    }

    private static @Nullable Points points(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Points(hundredths);
    }
}
