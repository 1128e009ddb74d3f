package cn.dangjian.assessment.result.year;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads what units were frozen with, and what appeals have corrected since. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class FrozenQueries {

    // whoever moved within a year was scored in parts: the last one stands for the year; the total of a correction has
    // all that were decided before it, in whatever order they were filed
    private static final String FROZEN = """
        select t.unit_id, t.year, s.object, t.total, 1 version, t.frozen_at at
          from score_total t join scheme s on s.id = t.scheme_id
         where t.unit_id in (:units) and t.frozen_at is not null and t.total is not null
           and month(t.as_of) = 12 and dayofmonth(t.as_of) = 31
        union all
        select t.unit_id, t.year, s.object, c.total,
               1 + (select count(*) from correction e
                     where e.unit_id = c.unit_id and e.year = c.year and e.part_on = c.part_on and e.frozen = 1
                       and (e.at < c.at or (e.at = c.at and e.appeal_id <= c.appeal_id))), c.at
          from correction c
          join score_total t on t.unit_id = c.unit_id and t.year = c.year and t.part_on = c.part_on
          join scheme s on s.id = t.scheme_id
         where c.unit_id in (:units) and c.frozen = 1 and c.total is not null and t.frozen_at is not null
           and month(t.as_of) = 12 and dayofmonth(t.as_of) = 31
         order by 2, 3, 1, 5\
        """;

    private final Rows rows;

    FrozenQueries(Rows rows) {
        this.rows = rows;
    }

    /** @param version of a unit and year the greatest one counts */
    record Frozen(long unit, int year, String object, int total, long version, Instant at) {}

    List<Frozen> list(Collection<Long> units) {
        return rows.unscoped(FROZEN)
                .with("units", units)
                .list((row, number) -> new Frozen(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }

    /** The next units that have a frozen score. */
    List<Long> listUnits(long after, int most) {
        return rows.unscoped("""
            select distinct unit_id from score_total where unit_id > :after and frozen_at is not null
             order by unit_id limit :most\
            """).with("after", after).with("most", most).list(Long.class);
    }
}
