package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How many villages have a contact link of each kind. */
@Repository
class ContactCoverageQueries {

    private final Rows rows;

    ContactCoverageQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * The villages below one unit; an area that is a township covers all its villages.
     *
     * @param linked by any kind
     */
    record Line(UnitId unit, String name, int villages, int point, int area, int station, int linked) {

        static Line none(Unit unit) {
            return new Line(unit.id(), unit.name(), 0, 0, 0, 0, 0);
        }

        Line plus(Line other) {
            return new Line(
                    unit,
                    name,
                    villages + other.villages,
                    point + other.point,
                    area + other.area,
                    station + other.station,
                    linked + other.linked);
        }
    }

    /** The villages in the scope on a day, by the units directly below one. */
    List<Line> list(Unit unit, LocalDate day, Scope scope) {
        return rows.sql("""
            select c.id unit, c.name, t.villages, t.point, t.area, t.station, t.linked
              from (select left({path v}, :width) part, count(*) villages,
                           sum(exists (select 1 from contact_link k where k.unit_id = v.id and k.kind = 'POINT'
                               and k.from_day <= :day and (k.to_day is null or k.to_day >= :day))) point,
                           sum(exists (select 1 from contact_link k
                             where k.unit_id in (v.id, v.parent_id) and k.kind = 'AREA'
                               and k.from_day <= :day and (k.to_day is null or k.to_day >= :day))) area,
                           sum(exists (select 1 from contact_link k where k.unit_id = v.id and k.kind = 'STATION'
                               and k.from_day <= :day and (k.to_day is null or k.to_day >= :day))) station,
                           sum(exists (select 1 from contact_link k
                             where (k.unit_id = v.id or k.unit_id = v.parent_id and k.kind = 'AREA')
                               and k.from_day <= :day and (k.to_day is null or k.to_day >= :day))) linked
                      from unit v
                     where v.tier = 'VILLAGE' and {scope v}
                       and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                     group by part) t
              join unit c on {path c} = t.part
             order by {path c}\
            """)
                .in(scope.below(unit))
                .with("width", Paths.below(scope.path(unit), 0).length())
                .with("day", day)
                .list(Line.class);
    }
}
