package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.fact.book.FactObserver;
import cn.dangjian.assessment.fact.place.StayTable;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeObserver;
import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import cn.dangjian.platform.directory.desk.Days;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    /** Of the unit itself: whoever scores it marks those above it. */
    @Override
    public void factsChanged(Collection<FactChange> changed) {
        int now = days.today().getYear();
        var marks = new LinkedHashSet<Due>();
        for (var change : changed) {
            // what lies ahead is counted when its day comes; a state of an earlier year may hold on
            if (change.year() <= now) marks.add(new Due(change.unit(), change.year(), change.measure()));
            if (change.year() < now) marks.add(new Due(change.unit(), now, change.measure()));
        }
        due.mark(marks, Lane.FACTS);
    }

    /** What some measures count at units is added up by all above them, wherever they have stood. */
    void markAbove(Collection<Due> counted) {
        var below = counted.stream()
                .map(Due::year)
                .distinct()
                .collect(toMap(year -> year, year -> Set.copyOf(due.listCountedBelow(year))));
        var asked = counted.stream()
                .filter(one -> below.getOrDefault(one.year(), Set.of()).contains(one.measure()))
                .toList();
        var units = asked.stream().map(Due::unit).collect(toCollection(TreeSet::new));
        var above = new HashMap<Long, Set<Long>>();
        for (var some : chunks(units))
            for (var stay : stays.list(some))
                above.computeIfAbsent(stay.unit(), any -> new TreeSet<>()).addAll(above(stay.path()));
        var marks = new LinkedHashSet<Due>();
        for (var one : asked)
            for (long unit : above.getOrDefault(one.unit(), Set.of()))
                if (unit != one.unit()) marks.add(new Due(unit, one.year(), one.measure()));
        due.mark(marks, Lane.ABOVE);
    }

    @Override
    public void placesChanged(Collection<UnitYear> changed) {
        changed.stream()
                .collect(groupingBy(UnitYear::year, mapping(UnitYear::unit, toSet())))
                .forEach((year, units) -> mark(units, year));
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
