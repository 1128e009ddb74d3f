package cn.dangjian.assessment.result.heir;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A unit can contest its score until the directory says that it has ended, which it may hear later than this room does. From
 * then on none can.
 */
@Component
class Latecomers implements UnitObserver {

    private final Inherit inherit;
    private final Days days;

    Latecomers(Inherit inherit, Days days) {
        this.inherit = inherit;
        this.days = days;
    }

    @Override
    public void unitsChanged(List<Change> changes) {
        var ended = changes.stream()
                .map(Change::after)
                .filter(Unit::isAbolished)
                .map(Unit::id)
                .toList();
        inherit.endAgain(ended, days.now());
    }
}
