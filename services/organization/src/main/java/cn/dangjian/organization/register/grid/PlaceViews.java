package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.register.grid.PlaceQueries.Filter;
import cn.dangjian.organization.register.grid.PlaceQueries.Listed;
import cn.dangjian.organization.register.gridrate.GridCounter;
import cn.dangjian.organization.tree.rollup.Rollups;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.paging.Slice;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open places of a scope, in the communities where the roll-ups say that there are any. */
@Component
class PlaceViews {

    private final PlaceQueries queries;
    private final PlaceKinds kinds;
    private final Rollups rollups;

    PlaceViews(PlaceQueries queries, PlaceKinds kinds, Rollups rollups) {
        this.queries = queries;
        this.kinds = kinds;
        this.rollups = rollups;
    }

    List<Listed> list(Filter filter, Slice slice, Scope scope) {
        Long parent = filter.parent();
        if (parent != null) return queries.list(filter, slice, scope, queries.listCommunities(parent));
        var wanted = filter.kind() == null ? kinds.all() : List.of(filter.kind());
        return rollups.list(
                wanted.stream().map(GridCounter::figure).toList(),
                Rollups.from(slice.after().path(), scope),
                slice.rows(),
                communities -> queries.list(filter, slice, scope, communities.keySet()));
    }
}
