package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * 小数隐藏: parts of a number of persons that are so small that one can tell who they are. A unit and the one directly above
 * it work with the list behind its numbers and see them; whoever is two or more tiers above sees none of the parts of a unit
 * of which one is small, and none of those of a second one beside it, from which the first could be subtracted.
 */
@Component
public class Privacy {

    private final FigureQueries queries;
    private final Directory directory;
    private final FigureSettings settings;

    Privacy(FigureQueries queries, Directory directory, FigureSettings settings) {
        this.queries = queries;
        this.directory = directory;
        this.settings = settings;
    }

    /** Whether a reader sees none of the parts of a unit. */
    public boolean hides(Unit reader, Unit unit, Measure measure, LocalDate month) {
        if (!isOfPersons(measure) || isNear(reader, unit)) return false;
        return hidden(above(unit, month), measure, month).contains(unit.id().value());
    }

    /** Who works with the list in which a unit stood: no group of division codes. */
    private long above(Unit unit, LocalDate month) {
        var path = queries.findPath(unit.id().value(), month).orElse(unit.path());
        var chain = TreePath.units(path).reversed();
        var headings = new HashSet<Long>();
        for (var each : directory.named(chain))
            if (each.isHeading()) headings.add(each.id().value());
        return chain.stream()
                .skip(1)
                .filter(each -> !headings.contains(each))
                .findFirst()
                .orElse(TreePath.NOBODY);
    }

    /** Units directly below one, and itself for what it has itself, whose parts a reader does not see. */
    public Set<Long> hiddenBelow(Unit reader, Unit unit, Measure measure, LocalDate month) {
        if (!isOfPersons(measure) || reader.id().equals(unit.id())) return Set.of();
        return hidden(unit.id().value(), measure, month);
    }

    private static boolean isOfPersons(Measure measure) {
        return measure.people() && measure.margin() != null;
    }

    /** Whether the list behind the numbers of a unit is the reader's to work with. */
    public boolean isNear(Unit reader, Unit unit) {
        return reader.id().equals(unit.id())
                || directory
                        .organizationAbove(unit)
                        .filter(above -> above.id().equals(reader.id()))
                        .isPresent();
    }

    private Set<Long> hidden(long parent, Measure measure, LocalDate month) {
        var parts = new TreeMap<Long, Map<String, Long>>();
        var own = new TreeMap<String, Long>();
        if (parent != TreePath.NOBODY)
            for (var cell : queries.listParts(parent, measure, Grouping.SLOT, month))
                own.merge(cell.slot(), cell.value(), Long::sum);
        var parents = new HashSet<>(queries.listHeadings(parent, month).keySet());
        parents.add(parent);
        for (var cell : queries.listPartsBelow(parents, measure, month)) {
            if (parents.contains(cell.unit())) continue;
            parts.computeIfAbsent(cell.unit(), unit -> new TreeMap<>()).merge(cell.slot(), cell.value(), Long::sum);
            own.merge(cell.slot(), -cell.value(), Long::sum);
        }
        if (parent != TreePath.NOBODY) parts.put(parent, own);
        // whoever has nothing left hides nobody
        parts.values().forEach(slots -> slots.values().removeIf(value -> value == 0));
        parts.values().removeIf(Map::isEmpty);

        var hidden = new HashSet<Long>();
        parts.forEach((unit, slots) -> {
            if (slots.values().stream().anyMatch(this::isSmall)) hidden.add(unit);
        });
        if (hidden.size() == 1)
            parts.keySet().stream()
                    .filter(unit -> !hidden.contains(unit))
                    .min(Comparator.<Long>comparingLong(unit -> sum(parts.getOrDefault(unit, Map.of())))
                            .thenComparing(Comparator.naturalOrder()))
                    .ifPresent(hidden::add);
        return hidden;
    }

    private boolean isSmall(long value) {
        return value > 0 && value < settings.small();
    }

    private static long sum(Map<String, Long> slots) {
        return slots.values().stream().mapToLong(Long::longValue).sum();
    }
}
