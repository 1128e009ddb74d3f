package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.hear.WorkRepository.Addressed;
import cn.dangjian.statistics.figure.hear.WorkRepository.Changed;
import cn.dangjian.statistics.figure.hear.WorkRepository.Work;
import cn.dangjian.statistics.figure.kept.FoldFigures;
import cn.dangjian.statistics.figure.kept.Months;
import cn.dangjian.statistics.figure.kept.Told;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.figure.kept.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 按时率: what became of each assignment, under the months in which it was given and in which it was due. Each counts once
 * among those that were due, so that no more can be on time.
 */
@Service
class FoldWork {

    private static final int CHUNK = 5000;

    private final WorkRepository works;
    private final FoldFigures foldFigures;
    private final Days days;

    FoldWork(WorkRepository works, FoldFigures foldFigures, Days days) {
        this.works = works;
        this.foldFigures = foldFigures;
        this.days = days;
    }

    @Transactional
    public void address(Collection<Addressed> addressed) {
        foldFigures.hold();
        var sorted = addressed.stream()
                .sorted(Comparator.comparingLong(Addressed::assignment))
                .toList();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            var some = sorted.subList(from, Math.min(sorted.size(), from + CHUNK));
            works.address(some);
            fold(some.stream().map(Addressed::assignment).toList(), List.of());
        }
    }

    @Transactional
    public void change(Collection<Changed> changed) {
        foldFigures.hold();
        var sorted = changed.stream()
                .sorted(Comparator.comparingLong(Changed::assignment).thenComparingLong(Changed::version))
                .toList();
        works.change(sorted);
        fold(
                sorted.stream().map(Changed::assignment).distinct().toList(),
                sorted.stream()
                        .filter(one -> one.returnedAt() != null)
                        .map(this::returned)
                        .toList());
    }

    private void fold(Collection<Long> assignments, Collection<Told> returned) {
        if (assignments.isEmpty()) return;
        var told = new ArrayList<>(returned);
        for (var work : works.list(assignments)) told.add(told(work));
        foldFigures.fold(told);
    }

    private Told told(Work work) {
        return new Told(
                "assignment:" + work.assignment(),
                Months.ALWAYS,
                work.unit(),
                work.told(),
                new Origin(work.type(), UUID.fromString(work.event()), Objects.requireNonNull(Work.instant(work.at()))),
                values(work));
    }

    private List<Value> values(Work work) {
        var values = new ArrayList<Value>();
        var addressed = Work.instant(work.addressedAt());
        if (addressed != null)
            values.addAll(Value.from(month(addressed))
                    .add("task.addressed", 1)
                    .add("task.signed", work.signed() && !work.ended() ? 1 : 0)
                    .list());
        var due = work.due();
        if (due == null || work.ended()) return values;
        var in = Work.instant(work.handedInAt());
        String became = in == null ? "task.missing" : in.isAfter(due) ? "task.late" : "task.on-time";
        values.addAll(Value.from(month(due)).add("task.due", 1).add(became, 1).list());
        return values;
    }

    /**
     * Each time counts, so each has a name of its own: its moment, which is the same when all is told again. It is said once and
     * never anew: the assignment's version, which is another one then, is none of its own.
     */
    private Told returned(Changed changed) {
        var at = Objects.requireNonNull(changed.returnedAt());
        return new Told(
                "returned:" + changed.assignment() + ":" + at.getEpochSecond(),
                Months.ALWAYS,
                changed.unit(),
                1,
                new Origin(changed.type(), UUID.fromString(changed.event()), changed.at()),
                Value.from(month(at)).add("task.returned", 1).list());
    }

    private LocalDate month(Instant at) {
        return Months.of(days.dayOf(at));
    }
}
