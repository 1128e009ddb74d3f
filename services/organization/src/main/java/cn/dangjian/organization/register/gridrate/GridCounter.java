package cn.dangjian.organization.register.gridrate;

import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.organization.tree.rollup.Counter;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts places by kind in their communities, and those with a Party unit; one that ends leaves some without. */
@Component
public class GridCounter implements Counter, UnitsMade {

    static final String PREFIX = "grid.";
    static final String PLACES = PREFIX + "places.";
    static final String LINKED = PREFIX + "linked.";

    private static final int AT_ONCE = 1000;

    private final GridRateQueries queries;
    private final StaleTable stale;
    private final Days days;

    GridCounter(GridRateQueries queries, StaleTable stale, Days days) {
        this.queries = queries;
        this.stale = stale;
        this.days = days;
    }

    /** The name under which places of a kind are counted. */
    public static String figure(String kind) {
        return PLACES + kind;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<Own> count(Collection<Long> units) {
        var all = new ArrayList<Own>();
        for (var held : queries.listHeld(units, days.today())) {
            all.add(new Own(held.community(), PLACES + held.kind(), held.places()));
            if (held.linked() > 0) all.add(new Own(held.community(), LINKED + held.kind(), held.linked()));
        }
        return all;
    }

    @Override
    public void made(List<Unit> units) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            stale.add(queries.listConcerned(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
    }
}
