package cn.dangjian.member.moving.census;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How far a census is, by child of a unit. */
@Repository
class CensusQueries {

    private final Rows rows;

    CensusQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A child of a unit, or the unit itself where people belong to it.
     *
     * @param members of how many it asks
     * @param open of how many nobody has answered
     */
    record Part(
            UnitId unit,
            String name,
            int members,
            int open,
            int inPlace,
            int lost,
            int pocket,
            int notArrived,
            int other,
            boolean closed) {}

    /** Only those of whose members it asks, in the order of the tree. */
    List<Part> listParts(long census, Unit unit, Scope scope) {
        return rows.sql("""
            select p.id unit, p.name, x.members, x.open, x.in_place, x.lost, x.pocket, x.not_arrived, x.other,
                   exists (select 1 from census_closing g where g.census_id = :census and g.unit_id = p.id
                                                            and g.reopened_at is null) closed
              from (select substring({path u}, 1, :depth) path, count(*) members, sum(e.result is null) open,
                           coalesce(sum(e.result = 'IN_PLACE'), 0) in_place, coalesce(sum(e.result = 'LOST'), 0) lost,
                           coalesce(sum(e.result = 'POCKET'), 0) pocket,
                           coalesce(sum(e.result = 'NOT_ARRIVED'), 0) not_arrived,
                           coalesce(sum(e.result = 'OTHER'), 0) other
                      from unit u straight_join census_member e force index (census_member_unit)
                        on e.unit_id = u.id where {scope u} and e.census_id = :census
                     group by substring({path u}, 1, :depth)) x
              join unit p on {path p} = x.path order by x.path\
            """)
                .in(scope)
                .with("census", census)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
                .list(Part.class);
    }
}
