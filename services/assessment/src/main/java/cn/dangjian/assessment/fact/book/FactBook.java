package cn.dangjian.assessment.fact.book;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.assessment.fact.book.FactObserver.FactChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Other rooms write down here what they have heard; what is known already changes nothing. */
@Component
public class FactBook {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);
    private static final Comparator<FactChange> BY_UNIT = Comparator.comparingInt(FactChange::year)
            .thenComparingLong(FactChange::unit)
            .thenComparing(FactChange::measure);

    private final FactTable facts;
    private final List<FactObserver> observers;

    FactBook(FactTable facts, List<FactObserver> observers) {
        this.facts = facts;
        this.observers = observers;
    }

    private record Key(String measure, String thing) {}

    /** What is to be written: of the same things rows from a day on go, and these come. */
    private record Plan(
            List<FactTable.Cut> cuts, List<FactRow> rows, List<FactTable.Newer> newer, TreeSet<FactChange> changed) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<Told> told) {
        var rest = told;
        while (!rest.isEmpty()) rest = saveOnce(rest);
    }

    /** Saves of each state what was told first, and answers the rest: each holds on its own day. */
    private List<Told> saveOnce(Collection<Told> told) {
        var once = new ArrayList<Told>();
        var again = new ArrayList<Told>();
        var states = new HashSet<Key>();
        for (var one : told) {
            boolean first = !one.kept() || states.add(new Key(one.measure(), one.thing()));
            (first ? once : again).add(one);
        }
        saveNewest(once);
        return again;
    }

    private void saveNewest(List<Told> told) {
        var newest = new LinkedHashMap<Key, Told>();
        for (var one : told)
            newest.merge(new Key(one.measure(), one.thing()), one, (a, b) -> a.version() >= b.version() ? a : b);
        var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeSet<>(BY_UNIT));
        newest.values().stream()
                .collect(groupingBy(Told::measure, TreeMap::new, toList()))
                .forEach((measure, things) -> {
                    var known = facts
                            .lock(measure, things.stream().map(Told::thing).toList(), first(things))
                            .stream()
                            .collect(groupingBy(FactRow::thing));
                    for (var one : things) add(one, known.getOrDefault(one.thing(), List.of()), plan);
                });

        facts.cut(plan.cuts());
        facts.insert(plan.rows());
        facts.renew(plan.newer());
        if (plan.changed().isEmpty()) return;
        for (var observer : observers) observer.factsChanged(plan.changed());
    }

    private static LocalDate first(List<Told> things) {
        return things.stream().map(Told::since).min(LocalDate::compareTo).orElseThrow();
    }

    private static void add(Told told, List<FactRow> known, Plan plan) {
        if (known.stream().anyMatch(row -> row.version() >= told.version())) return;
        var since = told.since();
        var before = known.stream().filter(row -> row.toOn().isAfter(since)).toList();
        var fresh = rows(told);
        if (isSame(before, fresh, told)) {
            before.forEach(row ->
                    plan.newer().add(new FactTable.Newer(row.measure(), row.thing(), row.day(), told.version())));
            return;
        }
        // of most things nothing is known yet, and there is nothing to cut
        if (!before.isEmpty()) plan.cuts().add(new FactTable.Cut(told.measure(), told.thing(), since));
        plan.rows().addAll(fresh);
        before.forEach(row -> mark(row, since, plan));
        fresh.forEach(row -> mark(row, since, plan));
    }

    /** A state that goes on as it was needs no new row. */
    private static boolean isSame(List<FactRow> before, List<FactRow> fresh, Told told) {
        if (before.size() != fresh.size()) return false;
        for (int at = 0; at < fresh.size(); at++) {
            var was = before.get(at);
            boolean goesOn = told.kept() && at == 0 && !was.day().isAfter(told.since());
            boolean same = goesOn
                    ? was.counts(fresh.get(at))
                            && was.toOn().equals(fresh.get(at).toOn())
                    : was.says(fresh.get(at));
            if (!same) return false;
        }
        return true;
    }

    private static void mark(FactRow row, LocalDate since, Plan plan) {
        var day = row.day().isBefore(since) ? since : row.day();
        plan.changed().add(new FactChange(row.unitId(), day.getYear(), row.measure()));
    }

    private static List<FactRow> rows(Told told) {
        var rows = new ArrayList<FactRow>();
        for (int at = 0; at < told.values().size(); at++) {
            var value = told.values().get(at);
            boolean isLast = at + 1 == told.values().size();
            rows.add(new FactRow(
                    told.measure(),
                    told.thing(),
                    value.day(),
                    isLast ? FOREVER : told.values().get(at + 1).day(),
                    told.kept(),
                    told.unit(),
                    value.numerator(),
                    value.denominator(),
                    told.event(),
                    told.version()));
        }
        return rows;
    }
}
