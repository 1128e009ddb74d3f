package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.statistics.figure.catalogue.Measure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a unit in a month, of one moment: the total, what the unit itself has, and the children.
 *
 * @param totals by measure, as the other ones
 * @param children in the order of the tree: those that the caller sees
 * @param elsewhere what stood below and is somebody else's today
 * @param revised when a month that was over has changed last
 * @param fresh how much of the totals has come with the open month
 */
public record Sheet(
        Map<String, Long> totals,
        Map<String, Long> own,
        List<Row> children,
        Map<String, Long> elsewhere,
        Map<String, Instant> revised,
        Map<String, Long> fresh) {

    /** A child with all below it. */
    public record Row(Unit unit, Map<String, Long> values) {

        public long value(Measure measure) {
            return values.getOrDefault(measure.code(), 0L);
        }
    }

    public long total(Measure measure) {
        return totals.getOrDefault(measure.code(), 0L);
    }

    public long fresh(Measure measure) {
        return fresh.getOrDefault(measure.code(), 0L);
    }

    public long own(Measure measure) {
        return own.getOrDefault(measure.code(), 0L);
    }

    public long elsewhere(Measure measure) {
        return elsewhere.getOrDefault(measure.code(), 0L);
    }

    /** Whether the total is the sum of its parts. */
    public boolean addsUp(Measure measure) {
        long below = children.stream().mapToLong(child -> child.value(measure)).sum();
        return total(measure) == own(measure) + below + elsewhere(measure);
    }

    /** The values of children by unit. */
    public Map<Long, Row> byUnit() {
        var rows = new HashMap<Long, Row>();
        children.forEach(child -> rows.put(child.unit().id().value(), child));
        return rows;
    }

    public @Nullable Instant revisedAt(Measure measure) {
        return revised.get(measure.code());
    }
}
