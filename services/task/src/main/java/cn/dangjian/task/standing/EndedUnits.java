package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import org.springframework.stereotype.Component;

/** A unit that has ended forwards nothing more: its heir sets instructions of its own. */
@Component
class EndedUnits implements UnitObserver {

    private final StandingTable standings;
    private final Days days;

    EndedUnits(StandingTable standings, Days days) {
        this.standings = standings;
        this.days = days;
    }

    @Override
    public void unitsChanged(List<Change> changes) {
        var ended = changes.stream()
                .map(Change::after)
                .filter(Unit::isAbolished)
                .map(Unit::id)
                .toList();
        if (!ended.isEmpty()) standings.endOf(ended, days.now());
    }
}
