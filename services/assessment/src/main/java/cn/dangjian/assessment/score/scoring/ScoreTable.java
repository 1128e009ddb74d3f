package cn.dangjian.assessment.score.scoring;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code score} and {@code score_total}. */
@Repository
class ScoreTable {

    private final Rows rows;

    ScoreTable(Rows rows) {
        this.rows = rows;
    }

    /** A part of a unit's year, as it is stored. */
    record Part(long unit, LocalDate part, long scheme, boolean frozen) {}

    @Unscoped("scores everybody; nobody sees the rows")
    List<Part> listParts(Collection<Long> units, int year) {
        return rows.unscoped("""
            select unit_id unit, part_on part, scheme_id scheme, frozen_at is not null frozen from score_total
             where unit_id in (:units) and year = :year\
            """).with("units", units).with("year", year).list(Part.class);
    }

    /** What is not frozen, and no part of these units' year any more, or of another scheme, goes. */
    void clear(Collection<Long> units, int year, String stays) {
        rows.sql("""
            delete s from score s left join score_total t
                on t.unit_id = s.unit_id and t.year = s.year and t.part_on = s.part_on
             where s.unit_id in (:units) and s.year = :year and t.frozen_at is null
               and not exists (select 1 from %s k
                                where k.unit_id = s.unit_id and k.part_on = s.part_on and k.scheme_id = s.scheme_id)\
            """.formatted(Formula.AS_OF))
                .with("units", units)
                .with("year", year)
                .with("stays", stays)
                .update();
        rows.sql("""
            delete from score_total
             where unit_id in (:units) and year = :year and frozen_at is null
               and not exists (select 1 from %s k
                                where k.unit_id = score_total.unit_id and k.part_on = score_total.part_on)\
            """.formatted(Formula.AS_OF))
                .with("units", units)
                .with("year", year)
                .with("stays", stays)
                .update();
    }

    /** Makes what is asked of these stays anew, and the sums of their parts. */
    void make(int year, String stays) {
        rows.sql("""
            insert into score (unit_id, year, part_on, indicator_id, scheme_id, numerator, denominator, points)
            select l.unit_id, :year, l.part_on, l.indicator_id, l.scheme_id, l.numerator, l.denominator, l.points
              from (%s) l
            on duplicate key update scheme_id = values(scheme_id), numerator = values(numerator),
                denominator = values(denominator), points = values(points)\
            """.formatted(Formula.LINES))
                .with("year", year)
                .with("stays", stays)
                .with("changes", "[]")
                .update();
        rows.sql("""
            insert into score_total (unit_id, year, part_on, scheme_id, as_of, points, applicable, additions, total)
            select y.unit_id, :year, y.part_on, y.scheme_id, y.as_of, y.points, y.applicable, y.additions, %s
              from (select k.unit_id, k.part_on, k.scheme_id, k.as_of, %s
                      from %s k
                      join score s on s.unit_id = k.unit_id and s.year = :year and s.part_on = k.part_on
                      join indicator i on i.id = s.indicator_id
                     group by k.unit_id, k.part_on, k.scheme_id, k.as_of) y
            on duplicate key update scheme_id = values(scheme_id), as_of = values(as_of), points = values(points),
                applicable = values(applicable), additions = values(additions), total = values(total)\
            """.formatted(Formula.TOTAL, Formula.GROUPED_SUMS, Formula.AS_OF))
                .with("year", year)
                .with("stays", stays)
                .update();
    }

    /** No fact changes these any more. */
    int freeze(Collection<Long> units, Collection<Long> schemes, Instant at) {
        return rows.sql("""
            update score_total set frozen_at = :now
             where unit_id in (:units) and scheme_id in (:schemes) and frozen_at is null\
            """)
                .with("units", units)
                .with("schemes", schemes)
                .with("now", at)
                .update();
    }

    /**
     * An indicator of a part beside the sums of that part.
     *
     * @param line its points
     * @param applicable how much of the hundred applies
     */
    record Line(
            long unitId,
            LocalDate partOn,
            long schemeId,
            long indicatorId,
            long numerator,
            long denominator,
            @Nullable Integer line,
            LocalDate asOf,
            int points,
            int applicable,
            int additions,
            @Nullable Integer total,
            boolean frozen) {}

    /** As they are by the formula, the first part first. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Line> listLines(String stays, String changes) {
        return rows.unscoped(Formula.LINES_WITH_SUMS)
                .with("stays", stays)
                .with("changes", changes)
                .list(Line.class);
    }

    /** As they are stored of a unit's year. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Line> listStored(long unit, int year) {
        return rows.unscoped("""
            select s.unit_id, s.part_on, s.scheme_id, s.indicator_id, s.numerator, s.denominator, s.points line, t.as_of, t.points,
                   t.applicable, t.additions, t.total, t.frozen_at is not null frozen
              from score_total t
              join score s on s.unit_id = t.unit_id and s.year = t.year and s.part_on = t.part_on
              join indicator i on i.id = s.indicator_id
             where t.unit_id = :unit and t.year = :year order by s.part_on, i.place\
            """).with("unit", unit).with("year", year).list(Line.class);
    }
}
