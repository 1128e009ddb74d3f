package cn.dangjian.organization.people.posting;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How many villages have a first secretary. */
@Repository
class CoverageQueries {

    private final Rows rows;

    CoverageQueries(Rows rows) {
        this.rows = rows;
    }

    /** How many villages are below a unit, and how many of them have one on a day. */
    record Coverage(UnitId unit, String name, @JsonIgnore String path, int villages, int covered) {}

    /** For the units of a tier in the scope, in the order of the tree. */
    List<Coverage> list(Tier tier, LocalDate day, Slice slice, Scope scope) {
        return rows.sql("""
            select c.id unit, c.name, c.at path, count(distinct v.id) villages, count(distinct p.unit_id) covered
              from (select t.id, t.name, {path t} at from unit t
                     where %s and {scope t} and {path t} > :path and t.valid_to is null
                     order by {path t} limit :rows) c
              left join unit v on v.tier = 'VILLAGE' and {path v} between c.at and concat(c.at, '~')
                              and v.valid_to is null
              left join first_secretary p on p.unit_id = v.id and p.from_on <= :day
                              and (p.ended_on is null or p.ended_on > :day)
             group by c.id, c.name, c.at order by c.at\
            """.formatted(Headings.standsAt(tier, "t")))
                .in(scope)
                .inTree(slice)
                .with("day", day)
                .list(Coverage.class);
    }
}
