package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.count.UnitCount.One;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads {@code standing} and {@code member} for what is told of units. */
@Repository
class PeopleQueries {

    private final Rows rows;

    PeopleQueries(Rows rows) {
        this.rows = rows;
    }

    /** Units to which anybody belongs, or has belonged. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> listAfter(long unit, int most) {
        return rows.unscoped("""
            select distinct unit_id from standing force index (standing_unit)
             where unit_id > :unit order by unit_id limit :most\
            """).with("unit", unit).with("most", most).list(Long.class);
    }

    /** Everybody who belongs to these units today and is not out. */
    @Unscoped("tells other services; nobody sees the rows")
    List<One> listPeople(Collection<Long> units) {
        return rows.unscoped("""
            select s.unit_id unit, s.status, s.member_class, s.lost, m.sex, m.birth_on, m.education, m.ethnicity,
                   (select min(a.from_on) from standing a
                     where a.member_id = s.member_id and a.status in ('PROBATIONARY', 'FULL')) admitted_on
              from standing s force index (standing_unit)
              straight_join member m force index (primary) on m.id = s.member_id
             where s.unit_id in (:units) and s.to_on = '9999-12-31' and s.status in (:statuses)\
            """)
                .with("units", units)
                .with("statuses", Status.CURRENT)
                .list((row, number) -> new One(
                        new UnitId(row.getLong("unit")),
                        Status.valueOf(row.getString("status")),
                        row.getString("member_class") == null
                                ? null
                                : MemberClass.valueOf(row.getString("member_class")),
                        row.getBoolean("lost"),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_on", LocalDate.class),
                        row.getString("education"),
                        row.getString("ethnicity"),
                        row.getObject("admitted_on", LocalDate.class)));
    }
}
