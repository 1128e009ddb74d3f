package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.fact.hear.WorkTable.Addressed;
import cn.dangjian.assessment.fact.hear.WorkTable.Changed;
import cn.dangjian.assessment.fact.hear.WorkTable.Moved;
import cn.dangjian.assessment.fact.hear.WorkTable.Work;
import cn.dangjian.platform.directory.desk.Days;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes facts of assignments: on time, late, or nothing yet. */
@Component
class FoldWork {

    private static final int AT_ONCE = 1000;

    private final WorkTable works;
    private final FactBook facts;
    private final Days days;

    FoldWork(WorkTable works, FactBook facts, Days days) {
        this.works = works;
        this.facts = facts;
        this.days = days;
    }

    void address(List<Addressed> addressed) {
        works.address(addressed.stream()
                .sorted(Comparator.comparingLong(Addressed::assignment))
                .toList());
        var assignments = addressed.stream().map(Addressed::assignment).toList();
        works.follow(assignments);
        fold(assignments, List.of());
    }

    void change(List<Changed> changed, List<Told> returned) {
        works.change(changed.stream()
                .sorted(Comparator.comparingLong(Changed::assignment))
                .toList());
        fold(changed.stream().map(Changed::assignment).distinct().toList(), returned);
    }

    /** Whoever was late by the old date may be on time by the new one. */
    void extend(Moved moved) {
        works.move(moved);
        long after = 0;
        while (true) {
            var some = works.listOf(moved.dispatch(), after, AT_ONCE);
            works.follow(some);
            if (some.isEmpty()) return;
            fold(some, List.of());
            after = some.getLast();
        }
    }

    private void fold(Collection<Long> assignments, List<Told> returned) {
        var told = new ArrayList<>(returned);
        for (var work : works.list(assignments)) {
            var due = work.due();
            if (due == null) continue;
            var in = work.handedIn();
            boolean onTime = in != null && !in.isAfter(due);
            // handed in on time counts from that day on; not handed in counts from the day after the last one
            var day = in != null && onTime ? days.dayOf(in) : days.dayOf(due).plusDays(1);
            int counts = work.closed() ? 0 : 1;
            told.add(told("task.on-time", work, new Value(day, onTime ? counts : 0, counts)));
            told.add(told("task.late", work, new Value(day, onTime ? 0 : counts, counts)));
        }
        facts.save(told);
    }

    private static Told told(String measure, Work work, Value value) {
        return new Told(
                measure,
                "assignment:" + work.assignment(),
                false,
                work.unit(),
                List.of(value),
                work.event(),
                work.told());
    }
}
