package cn.dangjian.member.growth.development;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.development.DevelopmentRepository.Going;
import cn.dangjian.member.person.standing.EventGuard;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whoever comes to another unit takes his way along, with all that was done: the unit that he left sees it no more. What
 * belongs on it is not written down beside it.
 */
@Component
class FollowPerson implements StandingObserver, EventGuard {

    private final DevelopmentRepository developments;
    private final Cases<State, DevelopmentStep> cases;

    FollowPerson(DevelopmentRepository developments, CaseStore store) {
        this.developments = developments;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var moved = Change.moved(changes);
        if (moved.isEmpty()) return;
        developments.listGoing(moved.keySet()).stream()
                .collect(groupingBy(
                        going -> Objects.requireNonNull(moved.get(going.member())), mapping(Going::id, toList())))
                .forEach((unit, ids) -> cases.handOver(ids, unit));
    }

    @Override
    public void refuseEntry(MemberId member, LocalDate day) {
        var first = developments.findFirstDay(member);
        if (first.isPresent() && !day.isBefore(first.get()))
            throw DevelopmentRefusal.MAKES_EVENTS.with(first.get().toString());
    }
}
