package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param slot the part of the measures; empty for the whole
 * @param tree on which the units stand whose figures are added up
 */
public record Asked(Unit unit, List<Measure> measures, LocalDate month, String slot, boolean open, Tree tree) {

    private static final int MOST = 30;

    public static Asked of(
            Desk desk,
            Catalogue catalogue,
            @Nullable UnitId unit,
            List<String> codes,
            @Nullable YearMonth month,
            @Nullable String slot) {
        var found = desk.asked(unit).orElseThrow(FigureRefusal.UNKNOWN_UNIT);
        if (codes.size() > MOST) throw FigureRefusal.TOO_MANY.with(MOST);
        var measures = codes.stream()
                .distinct()
                .map(code -> catalogue.find(code).orElseThrow(() -> FigureRefusal.UNKNOWN_MEASURE.with(code)))
                .toList();
        if (slot != null && !slot.isEmpty()) requireGrouping(measures, Grouping.of(slot));
        var now = YearMonth.from(desk.today());
        var asked = month == null ? now : month;
        if (asked.isAfter(now)) throw FigureRefusal.TO_COME.with(now);
        return new Asked(found, measures, asked.atDay(1), slot == null ? "" : slot, asked.equals(now), Tree.THEN);
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException that says which groupings a measure has, if not this one */
    public static void requireGrouping(List<Measure> measures, Grouping grouping) {
        for (var measure : measures)
            if (!measure.groupings().contains(grouping))
                throw FigureRefusal.NO_PARTS.with(
                        measure.name(),
                        measure.groupings().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    public Asked on(Tree other) {
        return new Asked(unit, measures, month, slot, open, other);
    }

    public Asked in(LocalDate other) {
        return new Asked(unit, measures, other, slot, false, tree);
    }
}
