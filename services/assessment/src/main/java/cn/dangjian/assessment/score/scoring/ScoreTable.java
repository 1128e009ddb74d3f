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

    /** The first day of a part of a unit's year. */
    record Part(long unit, LocalDate part) {}

    /** What no fact changes any more. */
    @Unscoped("scores everybody; nobody sees the rows")
    List<Part> listFrozen(Collection<Long> units, int year) {
        return rows.unscoped("""
            select unit_id unit, part_on part from score_total
             where unit_id in (:units) and year = :year and frozen_at is not null\
            """).with("units", units).with("year", year).list(Part.class);
    }

    /** Makes what these units have in a year anew; what is frozen stays. */
    void make(Collection<Long> units, int year, String stays) {
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
            """.formatted(Formula.TOTAL, Formula.SUMS, Formula.AS_OF))
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

    /** An indicator of a part, as it is measured. */
    record Line(
            long unitId,
            LocalDate partOn,
            long indicatorId,
            long schemeId,
            long numerator,
            long denominator,
            @Nullable Integer points) {}

    /** @param applicable how much of the hundred applies */
    record Sum(
            long unitId,
            LocalDate partOn,
            long schemeId,
            LocalDate asOf,
            int points,
            int applicable,
            int additions,
            @Nullable Integer total) {}

    @Unscoped("of a unit that was found in the caller's scope")
    List<Line> listLines(String stays, String changes) {
        return rows.unscoped(Formula.LINES + " order by x.unit_id, x.part_on, x.place")
                .with("stays", stays)
                .with("changes", changes)
                .list(Line.class);
    }

    /** What is stored of frozen parts of a unit's year. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Line> listFrozenLines(long unit, int year) {
        return rows.unscoped("""
            select s.unit_id, s.part_on, s.indicator_id, s.scheme_id, s.numerator, s.denominator, s.points
              from score_total t
              join score s on s.unit_id = t.unit_id and s.year = t.year and s.part_on = t.part_on
              join indicator i on i.id = s.indicator_id
             where t.unit_id = :unit and t.year = :year and t.frozen_at is not null order by s.part_on, i.place\
            """).with("unit", unit).with("year", year).list(Line.class);
    }

    @Unscoped("of a unit that was found in the caller's scope")
    List<Sum> listFrozenSums(long unit, int year) {
        return rows.unscoped("""
            select unit_id, part_on, scheme_id, as_of, points, applicable, additions, total from score_total
             where unit_id = :unit and year = :year and frozen_at is not null order by part_on\
            """).with("unit", unit).with("year", year).list(Sum.class);
    }

    @Unscoped("of a unit that was found in the caller's scope")
    List<Sum> listSums(String stays, String changes) {
        return rows.unscoped("""
            select y.unit_id, y.part_on, y.scheme_id, y.as_of, y.points, y.applicable, y.additions, %s total
              from (select k.unit_id, k.part_on, k.scheme_id, k.as_of, %s
                      from %s k join (%s) s on s.unit_id = k.unit_id and s.part_on = k.part_on
                      join indicator i on i.id = s.indicator_id
                     group by k.unit_id, k.part_on, k.scheme_id, k.as_of) y order by y.part_on\
            """.formatted(Formula.TOTAL, Formula.SUMS, Formula.AS_OF, Formula.LINES))
                .with("stays", stays)
                .with("changes", changes)
                .list(Sum.class);
    }
}
