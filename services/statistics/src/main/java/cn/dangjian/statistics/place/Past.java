package cn.dangjian.statistics.place;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has been.
 *
 * @param version of the unit's state that says so
 * @param stays where it has stood, in order and without gaps; none if it has always stood where it is
 * @param heir the unit that took it over; null if it was not merged
 * @param heirFrom since when
 */
record Past(
        long unit,
        long version,
        List<Stay> stays,
        @Nullable Long heir,
        @Nullable LocalDate heirFrom) {

    static final LocalDate ALWAYS = LocalDate.of(1000, 1, 1);
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** @param to the first day on which it stood somewhere else */
    record Stay(LocalDate from, LocalDate to, String path) {}
}
