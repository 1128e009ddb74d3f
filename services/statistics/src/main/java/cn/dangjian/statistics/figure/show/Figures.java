package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.sector.Sector;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.goal.Goal;
import cn.dangjian.statistics.figure.goal.Target;
import cn.dangjian.statistics.figure.goal.TargetTable;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Privacy;
import cn.dangjian.statistics.figure.sheet.Share;
import cn.dangjian.statistics.figure.sheet.Sheet;
import cn.dangjian.statistics.figure.sheet.Sheets;
import cn.dangjian.statistics.figure.sheet.Tree;
import cn.dangjian.statistics.figure.trend.Trend;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 查数: figures of a unit by child, by part or by month, of one moment, without what would tell who somebody is. */
@Component
class Figures {

    private final Sheets sheets;
    private final Catalogue catalogue;
    private final Privacy privacy;
    private final TargetTable targets;
    private final Trend trend;

    Figures(Sheets sheets, Catalogue catalogue, Privacy privacy, TargetTable targets, Trend trend) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.privacy = privacy;
        this.targets = targets;
        this.trend = trend;
    }

    /**
     * A measure at a unit.
     *
     * @param total null if it is too small a part to be shown
     * @param own what the unit itself has; null if the parts are not the children
     * @param elsewhere what stood below and is somebody else's today
     * @param share of the measure that the catalogue names; null if there is none
     * @param target what the total should be; null if nobody has set that
     * @param provisional how much of the total has come with the open month; 0 of a month that is over
     * @param addsUp whether total = own + parts + elsewhere
     * @param revisedAt when a month that was over has changed last; null if it has not
     */
    record MeasureFigures(
            String measure,
            String name,
            String countedIn,
            @Nullable Long total,
            @Nullable Long before,
            @Nullable BigDecimal share,
            @Nullable Goal target,
            @Nullable Long provisional,
            @Nullable Long own,
            @Nullable Long elsewhere,
            boolean addsUp,
            @Nullable Instant revisedAt,
            List<Part> parts) {}

    /**
     * A child, a part by one of the measure's groupings, or a month.
     *
     * @param value null if it is too small to be shown
     */
    record Part(
            @Nullable UnitId unit,
            @Nullable String slot,
            @Nullable YearMonth month,
            @Nullable String name,
            @Nullable Tier tier,
            @Nullable Long value,
            @Nullable Long before,
            @Nullable BigDecimal share,
            @Nullable Goal target) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<MeasureFigures> byChild(Asked asked, @Nullable Compare compare, Desk desk) {
        var all = asked.slot().isEmpty() ? catalogue.withWholes(asked.measures()) : asked.measures();
        var read = sheets.read(asked, all, compare == null ? null : compare.before(asked.month()), desk.scope());
        var targeted = targets(asked, read.now());
        return asked.measures().stream()
                .map(measure -> byChild(asked, measure, read, targeted, desk))
                .toList();
    }

    /** Only wholes have targets. */
    private Map<Long, Map<String, Target>> targets(Asked asked, Sheet sheet) {
        if (!asked.slot().isEmpty()) return Map.of();
        var units = new ArrayList<Long>();
        units.add(asked.unit().id().value());
        sheet.children().forEach(child -> units.add(child.unit().id().value()));
        return targets.listOf(
                units, asked.measures().stream().map(Measure::code).toList(), asked.month());
    }

    private static @Nullable Goal goal(
            Map<Long, Map<String, Target>> targeted,
            UnitId unit,
            Measure measure,
            long is,
            @Nullable BigDecimal share) {
        var target = targeted.getOrDefault(unit.value(), Map.of()).get(measure.code());
        return target == null ? null : Goal.of(target, is, share);
    }

    private MeasureFigures byChild(
            Asked asked, Measure measure, Sheets.Pair read, Map<Long, Map<String, Target>> targeted, Desk desk) {
        var now = read.now();
        var before = read.before();
        var hidden = hidden(asked, measure, read, desk);
        boolean hides = hidden.all();
        var whole = !asked.slot().isEmpty() || measure.shareOf() == null ? null : catalogue.get(measure.shareOf());
        var others = before == null ? null : before.byUnit();
        var parts = new ArrayList<Part>();
        for (var child : now.children()) {
            boolean shown = !hides && !hidden.units().contains(child.unit().id().value());
            var old = others == null ? null : others.get(child.unit().id().value());
            var share = whole == null ? null : Share.of(child.value(measure), child.value(whole));
            parts.add(new Part(
                    child.unit().id(),
                    null,
                    null,
                    child.unit().name(),
                    child.unit().tier(),
                    shown ? child.value(measure) : null,
                    others == null || hidden.any() ? null : old == null ? 0L : old.value(measure),
                    share,
                    goal(targeted, child.unit().id(), measure, child.value(measure), share)));
        }
        boolean ownHidden = hides || hidden.units().contains(asked.unit().id().value());
        var share = whole == null ? null : Share.of(now.total(measure), now.total(whole));
        return new MeasureFigures(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                hides ? null : now.total(measure),
                before == null || hides ? null : before.total(measure),
                share,
                goal(targeted, asked.unit().id(), measure, now.total(measure), share),
                hides ? null : now.fresh(measure),
                ownHidden ? null : now.own(measure),
                hidden.any() ? null : now.elsewhere(measure),
                now.addsUp(measure),
                now.revisedAt(measure),
                List.copyOf(parts));
    }

    /**
     * Which parts of persons are too small to be shown.
     *
     * @param units children, or the unit itself for what it has itself
     */
    private record Hidden(boolean all, Set<Long> units) {

        boolean any() {
            return all || !units.isEmpty();
        }
    }

    private Hidden hidden(Asked asked, Measure measure, Sheets.Pair read, Desk desk) {
        if (!isPartOfPersons(asked, measure)) return new Hidden(false, Set.of());
        // what two trees say of one month together could tell more than each: on today's nobody is shown small parts
        if (asked.tree() == Tree.NOW && !desk.isOf(asked.unit().id())) return new Hidden(true, Set.of());
        boolean all = false;
        var units = new HashSet<Long>();
        for (var month : read.months()) {
            all |= privacy.hides(desk.unit(), asked.unit(), measure, month);
            units.addAll(privacy.hiddenBelow(desk.unit(), asked.unit(), measure, month));
        }
        return new Hidden(all, units);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<MeasureFigures> byPart(Asked asked, Grouping grouping, @Nullable Compare compare, Desk desk) {
        Asked.requireGrouping(asked.measures(), grouping);
        return asked.measures().stream()
                .map(measure -> byPart(asked, measure, grouping, compare, desk))
                .toList();
    }

    private MeasureFigures byPart(
            Asked asked, Measure measure, Grouping grouping, @Nullable Compare compare, Desk desk) {
        var other = compare == null ? null : compare.before(asked.month());
        var read = sheets.read(asked, List.of(measure), other, desk.scope());
        boolean hidesWhole = hidden(asked, measure, read, desk).all();
        boolean hides = grouping == Grouping.SLOT && hidesParts(asked, measure, other, desk);
        var now = sheets.parts(asked, measure, grouping);
        var old = other == null ? null : sheets.parts(asked.in(other), measure, grouping);
        if (old != null) old.keySet().forEach(slot -> now.putIfAbsent(slot, 0L));
        long sum = now.values().stream().mapToLong(Long::longValue).sum();
        long total = read.now().total(measure);
        return of(
                measure,
                hidesWhole ? null : total,
                read,
                hidesWhole || sum == total,
                now.entrySet().stream()
                        .map(part -> new Part(
                                null,
                                grouping.part(part.getKey()),
                                null,
                                name(grouping, part.getKey()),
                                null,
                                hides ? null : part.getValue(),
                                old == null || hides ? null : old.getOrDefault(part.getKey(), 0L),
                                hides || hidesWhole ? null : Share.of(part.getValue(), total),
                                null))
                        .toList());
    }

    /** Of fields alone: the words for kinds are organization's. */
    private static @Nullable String name(Grouping grouping, String slot) {
        return grouping == Grouping.SECTOR
                ? Sector.find(grouping.part(slot)).map(Sector::term).orElse(null)
                : null;
    }

    /** @param total null if it is too small a part to be shown: then nothing else tells it */
    private static MeasureFigures of(
            Measure measure, @Nullable Long total, Sheets.Pair read, boolean addsUp, List<Part> parts) {
        var before = read.before();
        return new MeasureFigures(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                total,
                before == null || total == null ? null : before.total(measure),
                null,
                null,
                total == null ? null : read.now().fresh(measure),
                null,
                null,
                addsUp,
                read.now().revisedAt(measure),
                parts);
    }

    private boolean hidesParts(Asked asked, Measure measure, @Nullable LocalDate other, Desk desk) {
        if (asked.tree() == Tree.NOW) return measure.people() && !privacy.isNear(desk.unit(), asked.unit());
        return privacy.hides(desk.unit(), asked.unit(), measure, asked.month())
                || (other != null && privacy.hides(desk.unit(), asked.unit(), measure, other));
    }

    /** Thirteen months up to the one that was asked for, each as it is when it is asked for by itself. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<MeasureFigures> byMonth(Asked asked, Desk desk) {
        var read = sheets.read(asked, asked.measures(), null, desk.scope());
        var figures = new ArrayList<MeasureFigures>();
        for (var course : courses(asked)) {
            var measure = catalogue.get(course.measure());
            var points = course.months();
            boolean hides = isPartOfPersons(asked, measure) && !privacy.isNear(desk.unit(), asked.unit());
            boolean addsUp = points.getLast().value() == read.now().total(measure);
            var parts = points.stream()
                    .map(point -> new Part(
                            null, null, point.month(), null, null, hides ? null : point.value(), null, null, null))
                    .toList();
            figures.add(of(measure, hides ? null : read.now().total(measure), read, addsUp, parts));
        }
        return List.copyOf(figures);
    }

    /** However many measures and months that are: on today's tree what has moved is read once and added. */
    private List<Trend.Course> courses(Asked asked) {
        if (asked.tree() == Tree.THEN) return trend.of(asked);
        var courses = trend.of(asked);
        if (courses.isEmpty()) return courses;
        var first = courses.getFirst().months().getFirst().month().atDay(1);
        var moved = sheets.moved(asked, first);
        return courses.stream()
                .map(course ->
                        course.plus(month -> moved.getOrDefault(month, Map.of()).getOrDefault(course.measure(), 0L)))
                .toList();
    }

    private static boolean isPartOfPersons(Asked asked, Measure measure) {
        return measure.people() && !asked.slot().isEmpty() && Grouping.of(asked.slot()) == Grouping.SLOT;
    }
}
