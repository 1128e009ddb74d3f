package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The units whose teams are looked through. */
@Repository
class VillageQueries {

    private final Rows rows;

    VillageQueries(Rows rows) {
        this.rows = rows;
    }

    /** Units of a tier in the order of the tree. */
    List<Unit> list(Tier tier, Slice slice, Scope scope) {
        return rows.sql("""
            select u.* from unit u where %s and {scope u} and {path u} > :path and u.valid_to is null
             order by {path u} limit :rows\
            """.formatted(Headings.standsAt(tier, "u")))
                .in(scope)
                .inTree(slice)
                .list(Unit.class);
    }
}
