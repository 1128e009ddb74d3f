package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.fact.book.FactObserver;
import cn.dangjian.assessment.fact.place.StayTable;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeObserver;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Whatever has changed, those whom it may concern are scored again: the unit, and all above it that add it up. */
@Component
class MarkDue implements FactObserver, SchemeObserver, UnitObserver {

    private static final int AT_ONCE = 1000;

    private final DueTable due;
    private final StayTable stays;
    private final Days days;

    MarkDue(DueTable due, StayTable stays, Days days) {
        this.due = due;
        this.stays = stays;
        this.days = days;
    }

    @Override
    public void factsChanged(Collection<UnitYear> changed) {
        int now = days.today().getYear();
        changed.stream()
                .collect(groupingBy(UnitYear::year, mapping(UnitYear::unit, toSet())))
                .forEach((year, units) -> {
                    // what lies ahead is counted when its day comes; a state of an earlier year may hold on
                    if (year <= now) mark(units, year);
                    if (year < now) mark(units, now);
                });
    }

    @Override
    public void schemePublished(Scheme scheme) {
        due.mark(scheme);
    }

    @Override
    public void unitsChanged(List<Change> changes) {
        var units = new TreeSet<Long>();
        for (var change : changes) {
            units.addAll(above(change.after().path()));
            if (change.before() != null) units.addAll(above(change.before().path()));
        }
        due.mark(units, days.today().getYear());
        markEarlier(changes);
    }

    /** What a unit did in earlier years, and its moves, may have been heard of before the unit itself was known here. */
    private void markEarlier(List<Change> changes) {
        var moved = new TreeSet<Long>();
        for (var change : changes) {
            var before = change.before();
            if (before == null || !before.path().equals(change.after().path()))
                moved.add(change.after().id().value());
        }
        int now = days.today().getYear();
        var earlier = new TreeMap<Integer, Set<Long>>();
        for (var some : chunks(moved))
            for (var since : due.listEarlier(some, now))
                for (int year = since.year(); year < now; year++)
                    earlier.computeIfAbsent(year, any -> new TreeSet<>()).add(since.unit());
        earlier.forEach((year, units) -> mark(units, year));
    }

    void mark(Set<Long> units, int year) {
        var all = new TreeSet<Long>(units);
        for (var some : chunks(units)) for (var stay : stays.list(some)) all.addAll(above(stay.path()));
        for (var some : chunks(all)) due.mark(some, year);
    }

    private static List<List<Long>> chunks(Set<Long> units) {
        var all = List.copyOf(units);
        var chunks = new ArrayList<List<Long>>();
        for (int at = 0; at < all.size(); at += AT_ONCE)
            chunks.add(all.subList(at, Math.min(at + AT_ONCE, all.size())));
        return chunks;
    }

    /** The units on a path, its own end included: each segment is the number of one. */
    private static List<Long> above(String path) {
        var units = new ArrayList<Long>();
        for (int end = Unit.SEGMENT; end <= path.length(); end += Unit.SEGMENT)
            units.add(Long.parseLong(path.substring(end - Unit.SEGMENT, end), 36));
        return units;
    }
}
