package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;

/**
 * Something can come to a unit until the directory says that it has ended, which it may hear later than the heirs are looked
 * for. From then on nothing can.
 */
public class Latecomers implements UnitObserver {

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
