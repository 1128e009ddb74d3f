package cn.dangjian.organization.register.chainrate;

import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unit;
import java.util.List;
import org.springframework.stereotype.Component;

/** A Party unit that ends leaves chains without one: their keepers are counted again. */
@Component
class ChainEnds implements UnitsMade {

    private static final int AT_ONCE = 1000;

    private final ChainSizeTable sizes;
    private final StaleTable stale;

    ChainEnds(ChainSizeTable sizes, StaleTable stale) {
        this.sizes = sizes;
        this.stale = stale;
    }

    @Override
    public void made(List<Unit> units) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            stale.add(sizes.listConcerned(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
    }
}
