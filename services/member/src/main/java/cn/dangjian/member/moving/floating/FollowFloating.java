package cn.dangjian.member.moving.floating;

import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.moving.floating.FloatingRepository.Open;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whoever comes to belong to another branch takes his stay along: that branch is its origin from then on. A stay is over
 * when he belongs to the branch where he stays, and when he is out.
 */
@Component
class FollowFloating implements StandingObserver {

    private static final String JOINED = "组织关系已转入流入地党组织";

    private final FloatingRepository floatings;
    private final Cases<State, FloatingStep> cases;

    FollowFloating(FloatingRepository floatings, CaseStore store) {
        this.floatings = floatings;
        this.cases = store.of(FloatingStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var told = new HashMap<MemberId, Change>();
        for (var change : changes)
            if (change.wentOut() || change.movedTo().isPresent()) told.put(change.member(), change);
        if (told.isEmpty()) return;
        for (var open : floatings.listOpen(told.keySet()))
            follow(open, Objects.requireNonNull(told.get(open.member())));
    }

    private void follow(Open open, Change change) {
        if (change.wentOut()) {
            end(open, "此人已不在册：" + change.after().getLast().status().title(), change);
            return;
        }
        var unit = change.movedTo().orElseThrow();
        if (unit.equals(open.stay())) end(open, JOINED, change);
        else cases.handOver(open.id(), unit);
    }

    private void end(Open open, String note, Change change) {
        cases.end(List.of(open.id()), State.ENDED, note, change.subject(), change.at());
    }
}
