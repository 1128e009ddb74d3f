package cn.dangjian.assessment.score.explain;

import cn.dangjian.assessment.score.scoring.Facts;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The facts behind a score, and what is stored of one. */
@Repository
@Unscoped("of a unit that was found in the caller's scope, and of those below it")
class FactQueries {

    private final Rows rows;

    FactQueries(Rows rows) {
        this.rows = rows;
    }

    /** @param count how many there are of the indicator */
    record FactRow(
            long indicatorId,
            String measure,
            String thing,
            LocalDate day,
            long unit,
            String unitName,
            long numerator,
            long denominator,
            String eventId,
            long version,
            LocalDateTime heardAt,
            long count) {}

    /** Some facts of each indicator, those that cost points first, then the newest: found by their keys, in a table of millions. */
    List<FactRow> list(String stays, int most) {
        return rows.unscoped("""
            select x.indicator_id, x.measure, x.thing, x.day, x.unit, u.name unit_name, x.numerator, x.denominator,
                   f.event_id, f.version, f.heard_at, x.count
              from (select g.indicator_id, g.measure, g.thing, g.day, g.fact_unit unit, g.numerator, g.denominator,
                           count(*) over (partition by g.indicator_id) count,
                           row_number() over (partition by g.indicator_id
                                              order by g.costs desc, g.day desc, g.thing) place
                      from (%s) g) x
              straight_join fact f force index (primary) on f.measure = x.measure and f.thing = x.thing and f.day = x.day
              straight_join unit u on u.id = x.unit
             where x.place <= :most order by x.indicator_id, x.place\
            """.formatted(Facts.COUNTED))
                .with("stays", stays)
                .with("most", most)
                .list(FactRow.class);
    }

    /** What is stored of a part. */
    record StoredTotal(
            LocalDate partOn,
            LocalDate asOf,
            @Nullable Integer total,
            @Nullable LocalDateTime frozenAt) {}

    List<StoredTotal> listTotals(long unit, int year) {
        return rows.unscoped("""
            select part_on, as_of, total, frozen_at from score_total where unit_id = :unit and year = :year order by part_on\
            """).with("unit", unit).with("year", year).list(StoredTotal.class);
    }

    /** What an upheld appeal makes of a frozen part. */
    record CorrectionRow(
            LocalDate partOn,
            long appealId,
            String code,
            @Nullable Integer basePoints,
            @Nullable Integer points,
            @Nullable Integer total,
            String document) {}

    /** Those of a unit's year, the oldest first. */
    List<CorrectionRow> listCorrections(long unit, int year) {
        return rows.unscoped("""
            select c.part_on, c.appeal_id, i.code, c.base_points, c.points, c.total, c.document
              from correction c join indicator i on i.id = c.indicator_id
             where c.unit_id = :unit and c.year = :year and c.frozen = 1 order by c.at, c.appeal_id\
            """).with("unit", unit).with("year", year).list(CorrectionRow.class);
    }
}
