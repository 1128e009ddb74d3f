package cn.dangjian.member.care.handling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.member.care.handling.HandlingRepository.Open;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whoever comes to another unit takes along what is proposed against him, as it stands. */
@Component
class FollowHandling implements StandingObserver {

    private final HandlingRepository handlings;
    private final Cases<State, HandlingStep> cases;

    FollowHandling(HandlingRepository handlings, CaseStore store) {
        this.handlings = handlings;
        this.cases = store.of(HandlingStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var moved = Change.moved(changes);
        if (moved.isEmpty()) return;
        handlings.listOpen(moved.keySet()).stream()
                .collect(groupingBy(
                        open -> Objects.requireNonNull(moved.get(open.member())), mapping(Open::id, toList())))
                .forEach((unit, ids) -> cases.handOver(ids, unit));
    }
}
