package cn.dangjian.member.care.lost;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.care.lost.LostRepository.Open;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whoever comes to another unit is searched for by that one, with all that was tried. */
@Component
class FollowLost implements StandingObserver {

    private final LostRepository lost;
    private final Cases<State, LostStep> cases;

    FollowLost(LostRepository lost, CaseStore store) {
        this.lost = lost;
        this.cases = store.of(LostStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var moved = Change.moved(changes);
        if (moved.isEmpty()) return;
        lost.listOpen(moved.keySet()).stream()
                .collect(groupingBy(
                        open -> Objects.requireNonNull(moved.get(open.member())), mapping(Open::id, toList())))
                .forEach((unit, ids) -> cases.handOver(ids, unit));
    }
}
