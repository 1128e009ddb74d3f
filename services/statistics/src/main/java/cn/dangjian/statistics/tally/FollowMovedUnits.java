package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.UnitObserver;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 组织调整: counts the facts of units that moved under their new ancestors, and those of units that became known. */
@Service
class FollowMovedUnits implements UnitObserver {

    private static final int CHUNK = 1000;

    private final PlacementRepository placement;
    private final CellRepository cells;
    private final TallySettings settings;
    private final Clock clock;

    FollowMovedUnits(PlacementRepository placement, CellRepository cells, TallySettings settings, Clock clock) {
        this.placement = placement;
        this.cells = cells;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void unitsChanged(List<Change> changes) {
        var moved = changes.stream()
                .filter(FollowMovedUnits::isElsewhere)
                .map(change -> change.after().id().value())
                .toList();
        if (moved.isEmpty()) return;

        placement.hold();
        var since = clock.instant().minus(settings.followMoves());
        for (int from = 0; from < moved.size(); from += CHUNK) {
            var units = moved.subList(from, Math.min(moved.size(), from + CHUNK));
            cells.add(placement.listMoves(units, since));
            placement.move(units, since);
        }
    }

    private static boolean isElsewhere(Change change) {
        var before = change.before();
        var after = change.after();
        return before == null
                || !before.path().equals(after.path())
                || !Objects.equals(before.linePath(), after.linePath());
    }
}
