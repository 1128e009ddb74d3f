package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.register.FileObserver;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.kept.KeepCounts;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.UnitObserver;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Marks the units whose numbers change, in the transaction that changes them. */
@Component
class MarkUnits implements StandingObserver, FileObserver, UnitObserver {

    private final Teller teller;
    private final KeepCounts keep;

    MarkUnits(Teller teller, KeepCounts keep) {
        this.teller = teller;
        this.keep = keep;
    }

    @Override
    public void standingsChanged(List<StandingObserver.Change> changes) {
        var units = new TreeSet<Long>();
        changes.stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .map(Period::unitId)
                .filter(Objects::nonNull)
                .map(UnitId::value)
                .forEach(units::add);
        teller.mark(AnnounceCounts.KIND, units);
    }

    /** Sex, age, education and ethnicity are counted too. */
    @Override
    public void fileChanged(Member member) {
        teller.mark(AnnounceCounts.KIND, new TreeSet<>(List.of(member.unit().value())));
    }

    /**
     * Those that stand elsewhere are added to what is above them now: also those of which there is nothing yet, as the first
     * one may just be arriving. Those that are new are added if anybody came to them before they were heard of.
     */
    @Override
    public void unitsChanged(List<UnitObserver.Change> changes) {
        var moved = new TreeSet<Long>();
        var heardOf = new TreeSet<Long>();
        for (var change : changes) {
            long unit = change.after().id().value();
            if (change.before() == null) heardOf.add(unit);
            else if (!change.before().path().equals(change.after().path())) moved.add(unit);
        }
        if (!heardOf.isEmpty()) moved.addAll(keep.counted(heardOf));
        teller.mark(AnnounceCounts.KIND, moved);
    }
}
