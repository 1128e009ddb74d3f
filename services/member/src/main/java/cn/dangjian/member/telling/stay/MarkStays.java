package cn.dangjian.member.telling.stay;

import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.platform.cases.CaseObserver;
import cn.dangjian.platform.directory.UnitId;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Marks the units at which stays begin, end or go over to another unit, in the transaction that does it. */
@Component
class MarkStays implements CaseObserver {

    private static final String FLOATINGS = "floatings";

    private final Teller teller;

    MarkStays(Teller teller) {
        this.teller = teller;
    }

    @Override
    public void casesChanged(String kind, Collection<UnitId> units) {
        if (!kind.equals(FLOATINGS)) return;
        var numbers = new TreeSet<Long>();
        units.forEach(unit -> numbers.add(unit.value()));
        teller.mark(AnnounceStays.KIND, numbers);
    }
}
