package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.dispatch.Dispatches;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 重算: counts a dispatch again from its facts and corrects the cells that differ. */
@Service
class RebuildProgress {

    private final PlacementRepository placement;
    private final Dispatches dispatches;
    private final CellRepository cells;

    RebuildProgress(PlacementRepository placement, Dispatches dispatches, CellRepository cells) {
        this.placement = placement;
        this.dispatches = dispatches;
        this.cells = cells;
    }

    /** How many sums were wrong; normally none. */
    @Transactional
    int rebuild(DispatchId dispatch) {
        RebuildRefusal.UNKNOWN.when(dispatches.find(dispatch).isEmpty());

        placement.hold();
        dispatches.lock(List.of(dispatch.value()));
        placement.moveAll(dispatch.value());
        var differences = placement.listDifferences(dispatch.value());
        cells.add(differences);
        return differences.changed().size();
    }
}
