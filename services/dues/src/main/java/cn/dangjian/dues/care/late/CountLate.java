package cn.dangjian.dues.care.late;

import cn.dangjian.dues.care.late.LateDueTable.Run;
import cn.dangjian.dues.care.late.LateUnitTable.UnitLate;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** 统计欠交: counts who is late, by set, and announces each unit of which that has changed, whole. */
@Service
public class CountLate {

    private static final String TYPE = "dues.arrears-changed.v1";

    private final LateTable late;
    private final LateUnitTable units;
    private final Outbox outbox;
    private final Days days;

    CountLate(LateTable late, LateUnitTable units, Outbox outbox, Days days) {
        this.late = late;
        this.units = units;
        this.outbox = outbox;
        this.days = days;
    }

    /** @param months in a row; 6 for six and more */
    record Step(int months, int members) {}

    /** The data of {@code contracts/events/arrears-changed.v1}. */
    record ArrearsChanged(long unit, int members, List<Step> byMonths, Yuan open) {

        static ArrearsChanged of(UnitLate unit) {
            var steps = List.of(
                    new Step(1, unit.m1()),
                    new Step(2, unit.m2()),
                    new Step(3, unit.m3()),
                    new Step(4, unit.m4()),
                    new Step(5, unit.m5()),
                    new Step(6, unit.m6()));
            int members = steps.stream().mapToInt(Step::members).sum();
            return new ArrearsChanged(unit.unit(), members, steps, new Yuan(unit.fen()));
        }
    }

    /** How late a member is by the books, whatever was booked a moment ago. */
    public Late now(long member) {
        return late.findNow(member, current()).orElse(Late.none(member));
    }

    /** How late a member was when he was counted last. */
    public Late of(long member) {
        return late.find(member).orElse(Late.none(member));
    }

    void count(Collection<Long> members) {
        var concerned = new TreeSet<>(late.listUnits(members));
        late.recount(members, current());
        concerned.addAll(late.listUnits(members));
        announce(concerned);
    }

    void count(Run run) {
        var concerned = new TreeSet<>(late.listUnits(run));
        concerned.addAll(units.listKnown(run));
        late.recount(run, current());
        concerned.addAll(late.listUnits(run));
        announce(concerned);
    }

    private void announce(Set<Long> concerned) {
        if (concerned.isEmpty()) return;
        units.lock(concerned);
        var changed = units.listChanged(concerned);
        units.save(changed);
        outbox.appendAll(changed.stream()
                .map(unit ->
                        new Outbox.Entry(TYPE, "arrears:" + unit.unit(), unit.version(), null, ArrearsChanged.of(unit)))
                .toList());
    }

    /** Months before this one are over. */
    private LocalDate current() {
        return days.today().withDayOfMonth(1);
    }
}
