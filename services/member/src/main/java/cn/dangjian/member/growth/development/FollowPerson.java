package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever comes to another unit takes his way along, with all that was done: the unit that he left sees it no more. */
@Component
class FollowPerson implements StandingObserver {

    private final DevelopmentRepository developments;
    private final Cases<State, DevelopmentStep> cases;

    FollowPerson(DevelopmentRepository developments, CaseStore store) {
        this.developments = developments;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        Map<MemberId, UnitId> moved = new HashMap<>();
        for (var change : changes) {
            var unit = unit(change.after());
            if (unit != null && !change.before().isEmpty() && !Objects.equals(unit, unit(change.before())))
                moved.put(change.member(), unit);
        }
        if (moved.isEmpty()) return;
        for (var going : developments.listGoing(moved.keySet()))
            cases.handOver(going.id(), Objects.requireNonNull(moved.get(going.member())));
    }

    /** Where he belongs from now on; null if nobody has written that down. */
    private static @Nullable UnitId unit(List<Period> periods) {
        return periods.isEmpty() ? null : periods.getLast().unitId();
    }
}
