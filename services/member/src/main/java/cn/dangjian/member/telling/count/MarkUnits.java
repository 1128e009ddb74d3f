package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.register.FileObserver;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.directory.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Marks the units whose numbers change, in the transaction that changes them. */
@Component
class MarkUnits implements StandingObserver, FileObserver {

    private final DueTable due;

    MarkUnits(DueTable due) {
        this.due = due;
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var units = new TreeSet<Long>();
        changes.stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .map(Period::unitId)
                .filter(Objects::nonNull)
                .map(UnitId::value)
                .forEach(units::add);
        due.mark(units);
    }

    /** Sex, age, education and ethnicity are counted too. */
    @Override
    public void fileChanged(Member member) {
        due.mark(new TreeSet<>(List.of(member.unit().value())));
    }
}
