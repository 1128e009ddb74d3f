package cn.dangjian.statistics.figure.trend;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads by how much sums have grown with each month. */
@Repository
class TrendQueries {

    private final Rows rows;

    TrendQueries(Rows rows) {
        this.rows = rows;
    }

    /** Where a unit stood from a month until before another one. */
    record Stay(LocalDate from, LocalDate to, String path, boolean last) {

        boolean holds(LocalDate month) {
            return !month.isBefore(from) && (last || month.isBefore(to));
        }
    }

    @Unscoped("the unit was found within the caller's scope before")
    List<Stay> listStays(long unit) {
        return rows.unscoped("""
            select from_month `from`, to_month `to`, path, last_one last from unit_place
             where unit_id = :unit order by from_month\
            """).with("unit", unit).list(Stay.class);
    }

    /** What was added to the sum at a path with a month. */
    record Grown(String path, String measure, LocalDate month, long value) {}

    @Unscoped("the unit whose paths these were was found within the caller's scope before")
    List<Grown> list(Collection<String> paths, Collection<Measure> measures, String slot, LocalDate until) {
        if (paths.isEmpty()) return List.of();
        return rows.unscoped("""
            select path, measure, month, value from tier_value
             where parent in (:parents) and path in (:paths) and measure in (:measures) and slot in (:slots) and month <= :until\
            """)
                .with("parents", TreePath.parents(paths))
                .with("paths", paths)
                .with("measures", measures.stream().map(Measure::code).toList())
                .with("slots", Grouping.keptSlots(slot))
                .with("until", until)
                .list(Grown.class);
    }
}
