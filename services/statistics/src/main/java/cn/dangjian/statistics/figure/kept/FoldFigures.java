package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.kept.PlaceRepository.Round;
import cn.dangjian.statistics.figure.kept.Staircase.Added;
import cn.dangjian.statistics.figure.kept.Staircase.Renewed;
import cn.dangjian.statistics.figure.kept.Staircase.Shortened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 汇总: folds what was heard into what units have, and what has changed into the sums of all above them. */
@Service
public class FoldFigures {

    private final PlaceRepository places;
    private final SourceRepository sources;
    private final TierRepository tiers;
    private final Catalogue catalogue;
    private final Days days;

    FoldFigures(
            PlaceRepository places, SourceRepository sources, TierRepository tiers, Catalogue catalogue, Days days) {
        this.places = places;
        this.sources = sources;
        this.tiers = tiers;
        this.catalogue = catalogue;
        this.days = days;
    }

    /** In whatever order anything is told, however often: the same sums result. */
    @Transactional
    public void fold(Collection<Told> told) {
        if (told.isEmpty()) return;
        write(told, places.getRound());
    }

    /** Before rows that others fold, too, are locked: whoever else folds waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        places.hold();
    }

    /**
     * Takes over some of what was folded by path.
     *
     * @return false if nothing is left
     */
    @Transactional
    public boolean takeOver() {
        places.hold();
        return tiers.takeOver();
    }

    /** By whoever holds the row of those who fold. */
    void write(Collection<Told> told, Round round) {
        var names = told.stream().map(Told::source).distinct().toList();
        var stairs = sources.list(names);
        var newest = new TreeMap<String, Instant>();
        var again = new HashMap<Long, Told>();
        var others = new ArrayList<Told>();
        for (var one : told) {
            var stair = stairs.computeIfAbsent(one.source(), source -> new Staircase());
            var same = round.isOpen() ? stair.same(one) : null;
            if (same == null) others.add(one);
            else again.put(same.id(), one);
            if (one.origin().event() != null)
                newest.merge(one.origin().service(), one.origin().at(), (a, b) -> a.isAfter(b) ? a : b);
        }
        sources.heard(newest);
        // what is known is put right first: what is newer than that stands above it
        hearAgain(again, stairs, round);
        for (var one : others) Objects.requireNonNull(stairs.get(one.source())).hear(one);

        var removed = new ArrayList<Long>();
        var shortened = new ArrayList<Shortened>();
        var renewed = new ArrayList<Renewed>();
        var added = new ArrayList<Added>();
        for (var stair : stairs.values()) {
            var turn = stair.turn();
            removed.addAll(turn.removed());
            shortened.addAll(turn.shortened());
            renewed.addAll(turn.renewed());
            added.addAll(turn.added());
        }
        if (removed.isEmpty() && renewed.isEmpty() && added.isEmpty()) return;
        replace(removed, shortened, renewed, added, round);
    }

    /** In a round what is told is marked; where it is something else than what is known, it is so from now on. */
    private void hearAgain(Map<Long, Told> again, Map<String, Staircase> stairs, Round round) {
        if (again.isEmpty()) return;
        var known = new HashMap<Long, Set<ValueRow>>();
        for (var row : sources.listOfSources(again.keySet()))
            known.computeIfAbsent(row.source(), source -> new HashSet<>()).add(since(row, again));
        again.forEach((id, told) -> {
            var values = rows(id, new Added(told, Months.FOREVER));
            if (!known.getOrDefault(id, Set.of()).equals(Set.copyOf(values)))
                Objects.requireNonNull(stairs.get(told.source())).correct(told);
        });
        sources.mark(again.keySet(), round.number());
    }

    private ValueRow since(ValueRow row, Map<Long, Told> again) {
        var month = Objects.requireNonNull(again.get(row.source())).month();
        var from = isFlow(row.measure()) ? row.from() : Months.later(row.from(), month);
        return new ValueRow(row.source(), row.measure(), row.slot(), from, row.to(), row.unit(), row.value());
    }

    private void replace(
            List<Long> removed, List<Shortened> shortened, List<Renewed> renewed, List<Added> added, Round round) {
        var gone = new ArrayList<>(sources.listOfSources(removed));
        sources.remove(removed);
        var come = new ArrayList<>(shorten(shortened, gone));
        renew(renewed, gone, come, round);

        var ids = sources.insert(added, round.number());
        var fresh = new ArrayList<ValueRow>();
        for (var one : added) {
            var id =
                    ids.get(SourceRepository.key(one.told().source(), one.told().month()));
            fresh.addAll(rows(Objects.requireNonNull(id), one));
        }
        sources.insertValues(fresh);
        come.addAll(fresh);
        add(gone, come);
    }

    /** Of what is said anew, hardly anything is another value: only that is written, and only that goes into sums. */
    private void renew(List<Renewed> renewed, List<ValueRow> gone, List<ValueRow> come, Round round) {
        if (renewed.isEmpty()) return;
        var ids = renewed.stream().map(one -> one.row().id()).toList();
        var before = new HashSet<>(sources.listOfSources(ids));
        var after = new HashSet<ValueRow>();
        for (var one : renewed) after.addAll(rows(one.row().id(), new Added(one.told(), one.to())));
        var dropped = before.stream().filter(row -> !after.contains(row)).toList();
        var fresh = after.stream().filter(row -> !before.contains(row)).toList();
        sources.renew(renewed, dropped, fresh, round.number());
        gone.addAll(dropped);
        come.addAll(fresh);
    }

    /** What is left of states that end earlier. */
    private List<ValueRow> shorten(List<Shortened> shortened, List<ValueRow> gone) {
        if (shortened.isEmpty()) return List.of();
        var ends = new HashMap<Long, LocalDate>();
        shortened.forEach(row -> ends.put(row.id(), row.to()));
        var dropped = new ArrayList<ValueRow>();
        var left = new ArrayList<ValueRow>();
        for (var row : sources.listOfSources(ends.keySet())) {
            if (isFlow(row.measure())) continue;
            var to = Objects.requireNonNull(ends.get(row.source()));
            gone.add(row);
            if (row.from().isBefore(to))
                left.add(
                        new ValueRow(row.source(), row.measure(), row.slot(), row.from(), to, row.unit(), row.value()));
            else dropped.add(row);
        }
        sources.shorten(shortened, dropped, left);
        return left;
    }

    private List<ValueRow> rows(long id, Added added) {
        var told = added.told();
        var rows = new ArrayList<ValueRow>();
        for (var value : told.values()) {
            boolean flow = isFlow(value.measure());
            var from = flow ? value.from() : Months.later(told.month(), value.from());
            var to = flow ? from.plusMonths(1) : added.to();
            if (from.isBefore(to))
                rows.add(new ValueRow(id, value.measure(), value.slot(), from, to, told.unit(), value.value()));
        }
        return rows;
    }

    private void add(List<ValueRow> gone, List<ValueRow> come) {
        Set<Long> units = new HashSet<>();
        gone.forEach(row -> units.add(row.unit()));
        come.forEach(row -> units.add(row.unit()));
        Map<Long, List<Place>> at = places.list(units);
        var changes = changes();
        for (var row : gone) changes.count(row, -1, at.getOrDefault(row.unit(), List.of()));
        for (var row : come) changes.count(row, 1, at.getOrDefault(row.unit(), List.of()));
        add(changes);
    }

    /** By whoever holds the row of those who fold. */
    void add(TierChanges changes) {
        tiers.add(changes, days.now());
        tiers.addToday(changes, days.today());
    }

    TierChanges changes() {
        return new TierChanges(catalogue, Months.of(days.today()));
    }

    private boolean isFlow(String measure) {
        return catalogue.get(measure).kind() == Kind.FLOW;
    }
}
