package cn.dangjian.member.person.standing;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.StandingTable.Written;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derives periods from events, one person at a time. What contradicts itself is derived all the same, and listed. */
final class Timeline {

    private static final Comparator<Written> ORDER =
            Comparator.comparing(Written::day).thenComparing(Written::kind).thenComparingLong(Written::id);

    private final List<Period> periods = new ArrayList<>();
    private final MemberId member;
    private Status status = Status.APPLICANT;
    private Status before = Status.APPLICANT;
    private @Nullable UnitId unit;
    private @Nullable MemberClass memberClass;
    private boolean lost;

    private Timeline(MemberId member) {
        this.member = member;
    }

    /** @param events of one person, without those that were struck, in any order */
    static List<Period> of(MemberId member, List<Written> events) {
        var timeline = new Timeline(member);
        events.stream().sorted(ORDER).forEach(timeline::happen);
        return timeline.periods;
    }

    private void happen(Written event) {
        apply(event);
        var next = new Period(member, event.day(), Period.OPEN, status, unit, memberClass, lost);
        if (periods.isEmpty()) {
            periods.add(next);
            return;
        }
        var last = periods.getLast();
        if (isSame(last, next)) return;
        if (last.fromOn().equals(event.day())) periods.removeLast();
        else periods.set(periods.size() - 1, ending(last, event.day().minusDays(1)));
        if (!periods.isEmpty() && isSame(periods.getLast(), next)) {
            periods.set(periods.size() - 1, ending(periods.getLast(), Period.OPEN));
        } else {
            periods.add(next);
        }
    }

    private void apply(Written event) {
        // whoever has died becomes nothing any more, whatever is written down of later days
        if (status != Status.DIED) become(event.kind());
        switch (event.kind()) {
            case ARRIVED -> {
                unit = event.unitId();
                if (status == Status.AWAY) status = before;
            }
            case CLASSED -> memberClass = event.memberClass();
            default -> {}
        }
    }

    private void become(EventKind kind) {
        var next = kind.status();
        if (next != null) {
            if (!status.isOut() && status != Status.STOPPED) before = status;
            status = next;
            if (next.isOut()) lost = false;
        }
        switch (kind) {
            case LOST -> lost = !status.isOut();
            case FOUND -> lost = false;
            case RESTORED -> {
                if (status.isOut() || status == Status.STOPPED) status = before;
                lost = false;
            }
            default -> {}
        }
    }

    private static boolean isSame(Period one, Period other) {
        return ending(one, Period.OPEN)
                .equals(new Period(
                        other.memberId(),
                        one.fromOn(),
                        Period.OPEN,
                        other.status(),
                        other.unitId(),
                        other.memberClass(),
                        other.lost()));
    }

    private static Period ending(Period period, LocalDate on) {
        return new Period(
                period.memberId(),
                period.fromOn(),
                on,
                period.status(),
                period.unitId(),
                period.memberClass(),
                period.lost());
    }
}
