package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 查数: figures of a unit by child or by part, of one moment, without what would tell who somebody is. */
@Component
class Figures {

    private final Sheets sheets;
    private final FigureQueries queries;
    private final Catalogue catalogue;
    private final Privacy privacy;

    Figures(Sheets sheets, FigureQueries queries, Catalogue catalogue, Privacy privacy) {
        this.sheets = sheets;
        this.queries = queries;
        this.catalogue = catalogue;
        this.privacy = privacy;
    }

    /**
     * A measure at a unit.
     *
     * @param total null if it is too small a part to be shown
     * @param own what the unit itself has; null if the parts are not the children
     * @param elsewhere what stood below and is somebody else's today
     * @param share of the measure that the catalogue names; null if there is none
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
            @Nullable Long own,
            @Nullable Long elsewhere,
            boolean addsUp,
            @Nullable Instant revisedAt,
            List<Part> parts) {}

    /**
     * A child, or a part by the margin of the measure.
     *
     * @param value null if it is too small to be shown
     */
    record Part(
            @Nullable UnitId unit,
            @Nullable String slot,
            @Nullable String name,
            @Nullable Tier tier,
            @Nullable Long value,
            @Nullable Long before,
            @Nullable BigDecimal share) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<MeasureFigures> byChild(Asked asked, @Nullable Compare compare, Desk desk) {
        var all = asked.slot().isEmpty() ? catalogue.withWholes(asked.measures()) : asked.measures();
        var read = sheets.read(
                asked.unit(),
                all,
                asked.slot(),
                asked.month(),
                compare == null ? null : compare.before(asked.month()),
                desk.scope());
        return asked.measures().stream()
                .map(measure -> byChild(asked, measure, read, desk.unit()))
                .toList();
    }

    private MeasureFigures byChild(Asked asked, Measure measure, Sheets.Pair read, Unit reader) {
        var now = read.now();
        var before = read.before();
        boolean part = !asked.slot().isEmpty();
        boolean hides = false;
        var hidden = new HashSet<String>();
        for (var month : part ? read.months() : List.<LocalDate>of()) {
            hides |= privacy.hides(reader, asked.unit(), measure, month);
            hidden.addAll(privacy.hiddenBelow(reader, asked.unit(), measure, month));
        }
        boolean far = hides || !hidden.isEmpty();
        var whole = part || measure.shareOf() == null ? null : catalogue.get(measure.shareOf());
        var others = before == null ? null : before.byUnit();
        var parts = new ArrayList<Part>();
        for (var child : now.children()) {
            boolean shown = !hides && !hidden.contains(child.path());
            var old = others == null ? null : others.get(child.unit().id().value());
            parts.add(new Part(
                    child.unit().id(),
                    null,
                    child.unit().name(),
                    child.unit().tier(),
                    shown ? child.value(measure) : null,
                    others == null || far ? null : old == null ? 0L : old.value(measure),
                    whole == null ? null : Share.of(child.value(measure), child.value(whole))));
        }
        boolean ownHidden = hides
                || hidden.stream()
                        .anyMatch(
                                path -> TreePath.unit(path) == asked.unit().id().value());
        return new MeasureFigures(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                hides ? null : now.total(measure),
                before == null || hides ? null : before.total(measure),
                whole == null ? null : Share.of(now.total(measure), now.total(whole)),
                ownHidden ? null : now.own(measure),
                far ? null : now.elsewhere(measure),
                now.addsUp(measure),
                now.revisedAt(measure),
                List.copyOf(parts));
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<MeasureFigures> byPart(Asked asked, @Nullable Compare compare, Desk desk) {
        for (var measure : asked.measures())
            if (measure.margin() == null) throw FigureRefusal.NO_PARTS.with(measure.name());
        return asked.measures().stream()
                .map(measure -> byPart(asked, measure, compare, desk))
                .toList();
    }

    private MeasureFigures byPart(Asked asked, Measure measure, @Nullable Compare compare, Desk desk) {
        var month = asked.month();
        var other = compare == null ? null : compare.before(month);
        var read = sheets.read(asked.unit(), List.of(measure), "", month, other, desk.scope());
        boolean hides = privacy.hides(desk.unit(), asked.unit(), measure, month)
                || (other != null && privacy.hides(desk.unit(), asked.unit(), measure, other));
        var now = parts(asked, measure);
        var old = other == null ? null : parts(asked.in(other), measure);
        if (old != null) old.keySet().forEach(slot -> now.putIfAbsent(slot, 0L));
        long sum = now.values().stream().mapToLong(Long::longValue).sum();
        long total = read.now().total(measure);
        return new MeasureFigures(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                total,
                read.before() == null ? null : read.before().total(measure),
                null,
                null,
                null,
                sum == total,
                read.now().revisedAt(measure),
                now.entrySet().stream()
                        .map(part -> new Part(
                                null,
                                part.getKey(),
                                null,
                                null,
                                hides ? null : part.getValue(),
                                old == null || hides ? null : old.getOrDefault(part.getKey(), 0L),
                                hides ? null : Share.of(part.getValue(), total)))
                        .toList());
    }

    private Map<String, Long> parts(Asked asked, Measure measure) {
        var path = queries.findPath(asked.unit().id().value(), asked.month())
                .orElse(asked.unit().path());
        var parts = new TreeMap<String, Long>();
        for (var cell : queries.listParts(path, List.of(measure), asked.month()))
            if (cell.value() != 0) parts.put(cell.slot(), cell.value());
        return parts;
    }
}
