package cn.dangjian.assessment.result.view;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what is kept of units. */
@Repository
class ResultQueries {

    private final Rows rows;

    ResultQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A part of a unit's year.
     *
     * @param median of those who are scored by the same scheme; {@code peers} says of how many it is
     */
    record Row(
            long unit,
            String name,
            LocalDate partOn,
            LocalDate asOf,
            long scheme,
            String title,
            int applicable,
            int additions,
            @Nullable Integer total,
            @Nullable Integer corrected,
            boolean frozen,
            @Nullable Integer peers,
            @Nullable Integer median) {}

    /** Of the unit itself and its children, in the order of the tree. */
    List<Row> list(Unit unit, int year, Scope scope) {
        return rows.sql("""
            select u.id unit, u.name, t.part_on, t.as_of, t.scheme_id scheme, s.title, t.applicable, t.additions, t.total,
                   (select c.total from correction c
                     where c.unit_id = t.unit_id and c.year = t.year and c.part_on = t.part_on and c.frozen = 1
                     order by c.at desc, c.appeal_id desc limit 1) corrected,
                   t.frozen_at is not null frozen, m.units peers, m.median
              from unit u
              join score_total t on t.unit_id = u.id and t.year = :year
              join scheme s on s.id = t.scheme_id
              left join peer_median m on m.scheme_id = t.scheme_id and m.indicator_id = 0
             where {scope u} and (u.parent_id = :unit or u.id = :unit) order by {path u}, t.part_on\
            """)
                .in(scope)
                .with("unit", unit.id())
                .with("year", year)
                .list(Row.class);
    }
}
