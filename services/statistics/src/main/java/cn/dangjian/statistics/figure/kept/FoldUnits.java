package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 组织调整: counts units, and what they have where they stand at the end of each month. The open month goes along with a
 * unit that moves, earlier ones stay where it stood; the states of a unit that ended end with it.
 */
@Service
public class FoldUnits {

    private final PlaceRepository places;
    private final SourceRepository sources;
    private final FoldFigures figures;

    FoldUnits(PlaceRepository places, SourceRepository sources, FoldFigures figures) {
        this.places = places;
        this.sources = sources;
        this.figures = figures;
    }

    /**
     * A unit as it is.
     *
     * @param places where it has stood, month by month
     */
    public record Known(
            long unit,
            long version,
            Origin origin,
            Tier tier,
            String kind,
            String domain,
            LocalDate since,
            List<Place> places) {

        private String source() {
            return "unit:" + unit;
        }

        /** Groups of division codes are no organisations, and what is below a branch is none. */
        private Told told() {
            var values = Value.from(Months.of(since));
            boolean heading = kind.equals(Unit.HEADING);
            if (!heading && tier == Tier.GROUP) values.add("org.groups", 1);
            if (!heading && tier.compareTo(Tier.BRANCH) <= 0)
                values.parts("org.units", Map.of(kind, 1L))
                        .parts("org.units-by-tier", Map.of(tier.name(), 1L))
                        .parts("org.units-by-domain", Map.of(domain, 1L));
            return new Told(source(), Months.ALWAYS, unit, version, origin, values.list());
        }
    }

    @Transactional
    public void fold(Collection<Known> heard) {
        if (heard.isEmpty()) return;
        var round = places.getRound();
        var newest = new TreeMap<Long, Known>();
        heard.forEach(unit -> newest.merge(unit.unit(), unit, (a, b) -> a.version() >= b.version() ? a : b));
        var stairs = sources.list(newest.values().stream().map(Known::source).toList());
        newest.values().removeIf(unit -> {
            var known = stairs.get(unit.source());
            return known != null && known.version() > unit.version();
        });
        move(newest);
        figures.write(newest.values().stream().map(Known::told).toList(), round);
    }

    private void move(Map<Long, Known> units) {
        var before = places.list(units.keySet());
        var after = new HashMap<Long, List<Place>>();
        units.forEach((unit, known) -> {
            if (!known.places().equals(before.get(unit))) after.put(unit, known.places());
        });
        if (after.isEmpty()) return;
        var changes = figures.changes();
        for (var row : sources.listOfUnits(after.keySet())) {
            var from = before.getOrDefault(row.unit(), List.of());
            var to = Objects.requireNonNull(after.get(row.unit()));
            int common = common(from, to);
            changes.count(
                    row,
                    -1,
                    from,
                    common < 0 ? Integer.MAX_VALUE : from.getLast().path().length() - common);
            changes.count(
                    row,
                    1,
                    to,
                    common < 0 ? Integer.MAX_VALUE : to.getLast().path().length() - common);
        }
        figures.add(changes);
        places.save(after);
    }

    /**
     * How much of the end of its path goes along with a unit: for those this is no change of the day. Less than nothing if
     * it was nowhere before.
     */
    private static int common(List<Place> from, List<Place> to) {
        if (from.isEmpty()) return -1;
        var old = from.getLast().path();
        var now = to.getLast().path();
        int common = 0;
        while (common < Math.min(old.length(), now.length())
                && segment(old, common).equals(segment(now, common))) common += TreePath.SEGMENT;
        return common;
    }

    private static String segment(String path, int fromEnd) {
        int end = path.length() - fromEnd;
        return path.substring(end - TreePath.SEGMENT, end);
    }
}
