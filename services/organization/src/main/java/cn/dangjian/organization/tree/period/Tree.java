package cn.dangjian.organization.tree.period;

import cn.dangjian.organization.tree.announcement.Announcements;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree over time, for those who change it: hold it, load what is concerned, save what it shall be. Everything else
 * follows: where units are on each day, what the tree is today, who hears of it.
 */
@Component
public class Tree {

    private final TreeTable table;
    private final PeriodRepository periods;
    private final PlaceTable places;
    private final Announcements announcements;
    private final Days days;

    Tree(TreeTable table, PeriodRepository periods, PlaceTable places, Announcements announcements, Days days) {
        this.table = table;
        this.periods = periods;
        this.places = places;
        this.announcements = announcements;
        this.days = days;
    }

    /** Waits until nobody else changes the tree; the first statement of a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        table.lock();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UnitId nextId() {
        return new UnitId(table.nextId());
    }

    public Map<UnitId, Timeline> timelines(Collection<UnitId> units) {
        return periods.list(units);
    }

    /** The units directly below one on any day from the given one on. */
    public Set<UnitId> below(UnitId unit, LocalDate from) {
        return periods.listBelow(List.of(unit), from);
    }

    /** The units that a committee supervises in its line (条) on any day from the given one on. */
    public Set<UnitId> supervised(UnitId by, LocalDate from) {
        return periods.listSupervised(by, from);
    }

    /** Whether another unit has the code on any day from one to the day before another. */
    public boolean isTaken(String code, UnitId by, LocalDate from, LocalDate to) {
        return holders(Set.of(code), from, to).values().stream()
                .flatMap(Set::stream)
                .anyMatch(holder -> !holder.equals(by));
    }

    /** The units that have codes on any day from one to the day before another, by those codes in capitals. */
    public Map<String, Set<UnitId>> holders(Collection<String> codes, LocalDate from, LocalDate to) {
        return periods.listHolders(codes, from, to);
    }

    /** @param paths those that it has from the day on */
    public record Coded(Timeline unit, List<String> paths) {

        /** Whether it is the other one, or below it, on any of these days. */
        public boolean isBelow(UnitId other) {
            return paths.stream().anyMatch(path -> Paths.contains(path, other));
        }
    }

    /** The units that have codes on a day, by those codes in capitals. */
    public Map<String, Coded> coded(Collection<String> codes, LocalDate day) {
        var found = new HashMap<String, UnitId>();
        holders(codes, day, day.plusDays(1))
                .forEach((code, holders) -> found.put(code, holders.iterator().next()));
        var units = periods.list(found.values());
        var paths = places.listPaths(found.values(), day, Period.FOREVER);
        var coded = new HashMap<String, Coded>();
        found.forEach((code, id) -> {
            var unit = units.get(id);
            if (unit != null) coded.put(code, new Coded(unit, paths.getOrDefault(id, List.of())));
        });
        return coded;
    }

    /** Whether one unit is the other, or below it, on any day from one to the day before another. */
    public boolean isBelow(UnitId unit, UnitId other, LocalDate from, LocalDate to) {
        return places.listPaths(List.of(unit), from, to).values().stream()
                .flatMap(List::stream)
                .anyMatch(path -> Paths.contains(path, other));
    }

    /** Supposes that imported units, and those above them, were there by a day, as they were when they were imported. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suppose(Collection<UnitId> units, LocalDate day) {
        var next = new HashSet<>(units);
        while (!next.isEmpty()) {
            var found =
                    periods.list(next).values().stream().map(Timeline::first).toList();
            var late = found.stream()
                    .filter(first -> first.because().reason() == Approval.Reason.IMPORTED
                            && first.from().isAfter(day))
                    .map(Period::unit)
                    .toList();
            if (!late.isEmpty()) {
                periods.suppose(late, day);
                places.suppose(late, day);
            }
            next.clear();
            found.stream().map(Period::parent).filter(Objects::nonNull).forEach(next::add);
        }
    }

    /**
     * Saves units as they shall be from a day on, and what came out of what.
     *
     * @param changed whole timelines, equal to what was loaded before the day
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<Timeline> changed, Collection<Lineage> lineage, Approval approval) {
        var ids = new HashSet<UnitId>();
        changed.forEach(timeline -> ids.add(timeline.unit()));
        var before = periods.list(ids);
        periods.save(before, changed, approval.at());
        table.insertLineage(lineage, approval);
        places.touch(ids);
        var today = toldOrToday();
        if (changed.stream().anyMatch(timeline -> isElsewhere(before.get(timeline.unit()), timeline))) {
            places.derive(approval.on(), today);
        }
        announcements.changing(places.listTouched());
        places.make(today);
        announcements.changed(places.listMade(), today, approval.subject());
    }

    /** The rows of one file that an import has staged for a tier, and given ids. */
    public record Staged(long importId, int file, Tier tier) {}

    /** Makes units of staged rows, by set, since there are tens of thousands; whoever staged them announces them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void establish(Staged staged, Approval approval) {
        table.establish(staged, approval);
    }

    /** A clock that is set back does not set the tree back. */
    private LocalDate toldOrToday() {
        var told = table.day();
        var today = days.today();
        return told.isAfter(today) ? told : today;
    }

    private static boolean isElsewhere(@Nullable Timeline before, Timeline after) {
        return before == null || !parents(before).equals(parents(after));
    }

    private static List<?> parents(Timeline timeline) {
        return timeline.periods().stream()
                .map(period -> List.of(period.from(), String.valueOf(period.parent()), String.valueOf(period.line())))
                .toList();
    }

    /** Tells the house once more what units are, and have been. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tellAgain(Collection<UnitId> units) {
        places.touch(units);
        announcements.again(places.listTouched(), toldOrToday(), "service:organization");
    }

    /** Brings the tree to a new day: what was decided for it takes effect (生效). */
    @Transactional
    public void begin(LocalDate day) {
        table.lock();
        var told = table.day();
        if (!told.isBefore(day)) return;
        places.touchBeginning(told, day);
        if (told.equals(TreeTable.NEVER)) places.forgetPast();
        announcements.changing(places.listTouched());
        places.make(day);
        announcements.changed(places.listMade(), day, "day:" + day);
        table.saveDay(day);
    }
}
