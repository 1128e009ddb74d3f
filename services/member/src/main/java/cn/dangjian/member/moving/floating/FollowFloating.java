package cn.dangjian.member.moving.floating;

import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whoever comes to belong to another branch takes his stay along: that branch is its origin from then on. */
@Component
class FollowFloating implements StandingObserver {

    private final FloatingRepository floatings;
    private final Cases<State, FloatingStep> cases;

    FollowFloating(FloatingRepository floatings, CaseStore store) {
        this.floatings = floatings;
        this.cases = store.of(FloatingStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var moved = Change.moved(changes);
        if (moved.isEmpty()) return;
        for (var open : floatings.listOpen(moved.keySet()))
            cases.handOver(open.id(), Objects.requireNonNull(moved.get(open.member())));
    }
}
