package cn.dangjian.dues.total.sum;

import cn.dangjian.platform.directory.UnitObserver;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Units that stand elsewhere, or of which something was booked before they were heard of, are added to what is above them now. */
@Component
class MarkUnits implements UnitObserver {

    private final SumTable sums;

    MarkUnits(SumTable sums) {
        this.sums = sums;
    }

    @Override
    public void unitsChanged(List<Change> changes) {
        var moved = new TreeSet<Long>();
        for (var change : changes) {
            var before = change.before();
            if (before == null || !before.path().equals(change.after().path()))
                moved.add(change.after().id().value());
        }
        if (!moved.isEmpty()) sums.markUnits(moved);
    }
}
