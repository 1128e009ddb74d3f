package cn.dangjian.member.telling.work;

import cn.dangjian.member.person.register.FileObserver;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.platform.cases.CaseObserver;
import cn.dangjian.platform.directory.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Marks the units whose files, cases or people change, in the transaction that changes them. */
@Component
class MarkWork implements StandingObserver, FileObserver, CaseObserver {

    /** Of other cases nothing is told here. */
    private static final Set<String> KINDS = Set.of("developments", "floatings");

    private final Teller teller;

    MarkWork(Teller teller) {
        this.teller = teller;
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        mark(changes.stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .map(Period::unitId)
                .filter(Objects::nonNull));
    }

    /** A date that was missing may be there now. */
    @Override
    public void eventsChanged(Collection<UnitId> units) {
        mark(units.stream());
    }

    @Override
    public void fileChanged(Member member) {
        mark(Stream.of(member.unit()));
    }

    @Override
    public void casesChanged(String kind, Collection<UnitId> units) {
        if (KINDS.contains(kind)) mark(units.stream());
    }

    private void mark(Stream<UnitId> units) {
        var numbers = new TreeSet<Long>();
        units.map(UnitId::value).forEach(numbers::add);
        teller.mark(AnnounceWork.KIND, numbers);
    }
}
