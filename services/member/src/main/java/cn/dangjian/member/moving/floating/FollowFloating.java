package cn.dangjian.member.moving.floating;

import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.moving.floating.FloatingRepository.Open;
import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whoever comes to belong to another branch takes his stay along: that branch is its origin from then on. A stay is over
 * when he belongs to the branch where he stays, and when he is out.
 */
@Component
class FollowFloating implements StandingObserver, HandOverObserver {

    private static final String JOINED = "组织关系已转入流入地党组织";

    /** Why stays are over, and on whose behalf. */
    private record Ending(String note, String subject, Instant at) {}

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
        var goingOn = new HashMap<UnitId, List<Long>>();
        var ending = new HashMap<Ending, List<Long>>();
        for (var open : floatings.listOpen(told.keySet())) {
            var change = Objects.requireNonNull(told.get(open.member()));
            over(open, change)
                    .map(note -> ending.computeIfAbsent(
                            new Ending(note, change.subject(), change.at()), none -> new ArrayList<>()))
                    .orElseGet(() -> goingOn.computeIfAbsent(change.movedTo().orElseThrow(), unit -> new ArrayList<>()))
                    .add(open.id());
        }
        goingOn.forEach((unit, ids) -> cases.handOver(ids, unit));
        ending.forEach((end, ids) -> cases.end(ids, State.ENDED, end.note(), end.subject(), end.at()));
    }

    /** Who belongs to the heir and stays at the unit that ends stays where he belongs from then on. */
    @Override
    public void unitWent(HandOver handOver) {
        var ids = floatings.listOpen(handOver.to(), handOver.from());
        cases.end(ids, State.ENDED, handOver.note(), handOver.subject(), handOver.at());
    }

    /** Why the stay is over; empty if it goes on. */
    private static Optional<String> over(Open open, Change change) {
        if (change.wentOut())
            return Optional.of("此人已不在册：" + change.after().getLast().status().title());
        return change.movedTo().filter(unit -> unit.equals(open.stay())).map(unit -> JOINED);
    }
}
