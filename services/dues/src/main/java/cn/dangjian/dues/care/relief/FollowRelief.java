package cn.dangjian.dues.care.relief;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.dues.care.relief.ReliefRepository.Open;
import cn.dangjian.dues.roll.PayerObserver;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever comes to another unit takes along what is proposed for him; of whoever pays no more nothing is decided. */
@Component
class FollowRelief implements PayerObserver {

    private final ReliefRepository proposals;
    private final Cases<State, ReliefStep> cases;
    private final Days days;

    FollowRelief(ReliefRepository proposals, CaseStore store, Days days) {
        this.proposals = proposals;
        this.cases = store.of(ReliefStep.KIND);
        this.days = days;
    }

    @Override
    public void payersChanged(Map<Long, LocalDate> changed) {
        var found = proposals.listOpen(changed.keySet());
        if (found.isEmpty()) return;
        // what people have decided meanwhile stays as they have decided it
        var held = new HashSet<>(proposals.hold(found.stream().map(Open::id).toList()));
        var open = found.stream().filter(one -> held.contains(one.id())).toList();
        var over = open.stream().filter(one -> !one.pays()).map(Open::id).toList();
        cases.end(over, State.LAPSED, "不再是本地交纳党费的党员", "member", days.now());
        open.stream()
                .filter(one -> one.pays() && one.now().value() > 0 && !one.now().equals(one.unit()))
                .collect(groupingBy(Open::now, mapping(Open::id, toList())))
                .forEach((unit, ids) -> cases.handOver(ids, unit));
    }
}
