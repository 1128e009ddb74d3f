package cn.dangjian.statistics.figure.trend;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
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

    /** What was added to the sum of all at and below a unit with a month. */
    record Grown(String measure, LocalDate month, long value) {}

    @Unscoped("the unit was found within the caller's scope before")
    List<Grown> list(long unit, Collection<Measure> measures, String slot, LocalDate until) {
        return rows.unscoped("""
            select measure, month, value from tier_sum
             where unit = :unit and measure in (:measures) and slot in (:slots) and month <= :until\
            """)
                .with("unit", unit)
                .with("measures", measures.stream().map(Measure::code).toList())
                .with("slots", Grouping.keptSlots(slot))
                .with("until", until)
                .list(Grown.class);
    }
}
