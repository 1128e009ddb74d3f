package cn.dangjian.member.telling.heir;

import cn.dangjian.member.telling.heir.Inherit.Decided;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * People can be registered at a unit until the directory says that it has ended, which it may hear later than this room
 * does. From then on nobody can.
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
        for (var change : changes)
            if (change.after().isAbolished()) inherit.endAgain(change.after().id(), by(change.after()));
    }

    private Decided by(Unit unit) {
        return new Decided("unit:" + unit.id().value(), days.now());
    }
}
