package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.platform.directory.Unit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is counted at a unit along to where it is now; below its parents, old and new, something has changed. */
@Component
class FollowTree implements UnitsMade {

    private final StaleTable stale;
    private final RollupTable rollups;

    FollowTree(StaleTable stale, RollupTable rollups) {
        this.stale = stale;
        this.rollups = rollups;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void making(List<Unit> units) {
        stale.add(units.stream()
                .map(Unit::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(List<Unit> units) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        stale.add(ids);
        var totals = new Totals();
        for (var part : Parts.of(ids)) {
            for (var moved : rollups.listMoved(part)) {
                totals.add(moved.from(), moved.figure(), -moved.units());
                totals.add(moved.to(), moved.figure(), moved.units());
            }
            rollups.move(part);
        }
        rollups.add(totals.changes());
    }
}
