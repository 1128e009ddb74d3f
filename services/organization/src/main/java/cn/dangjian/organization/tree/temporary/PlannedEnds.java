package cn.dangjian.organization.tree.temporary;

import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.plan.Operation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Keeps the planned last days of units that an operation has made; other rooms tell them here. */
@Component
public class PlannedEnds {

    private final PlannedEndRepository ends;

    PlannedEnds(PlannedEndRepository ends) {
        this.ends = ends;
    }

    /** @param made the units that came of the operation, in the surrounding transaction */
    public void save(Operation operation, Collection<Timeline> made) {
        var untils = new HashMap<String, LocalDate>();
        operation.newUnits().forEach(unit -> {
            var until = unit.until();
            if (until != null) untils.put(unit.code(), until);
        });
        for (var timeline : made) {
            var until = untils.get(timeline.first().code());
            if (until != null) ends.insert(timeline.unit(), until);
        }
    }
}
