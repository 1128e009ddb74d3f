package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Lineage;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 合并与分设: units that become one, and one that becomes several; what others come out of was there the day before. */
@Component
class Regrouping {

    private final Tree tree;
    private final Fits fits;
    private final Supervision supervision;

    Regrouping(Tree tree, Fits fits, Supervision supervision) {
        this.tree = tree;
        this.fits = fits;
        this.supervision = supervision;
    }

    static Timeline established(
            UnitId id, UnitId parent, Operation.NewUnit unit, Fits.Place.Found place, Approval approval) {
        return Timeline.beginning(new Period(
                id,
                approval.on(),
                Period.FOREVER,
                false,
                parent,
                null,
                unit.code(),
                unit.name().strip(),
                place.tier(),
                place.kind(),
                place.domain(),
                approval));
    }

    Plan merge(Operation.Merge merge, Map<UnitId, Timeline> timelines, Approval approval) {
        var on = approval.on();
        var sources = new HashSet<>(merge.units());
        var into = timelines.get(merge.into());
        if (into == null) return new Plan.Refused(new Refusal.NoSuchUnit());
        if (sources.contains(merge.into()) || sources.size() != merge.units().size())
            return new Plan.Refused(new Refusal.UnderItself());

        var changed = new HashMap<UnitId, Timeline>();
        var lineage = new ArrayList<Lineage>();
        for (var id : merge.units()) {
            var source = timelines.get(id);
            if (source == null) return new Plan.Refused(new Refusal.NoSuchUnit());
            var now = source.at(on).orElseThrow();
            if (now.tier() == Tier.PROVINCE) return new Plan.Refused(new Refusal.IsRoot());
            if (!source.existsOn(on.minusDays(1)))
                return new Plan.Refused(new Refusal.NotThen(now.name(), on.minusDays(1)));
            if (tree.isBelow(merge.into(), id, on, Period.FOREVER)) return new Plan.Refused(new Refusal.UnderItself());
            if (now.tier() != into.at(on).orElseThrow().tier()) return new Plan.Refused(new Refusal.WrongTier());
            if (source.changesAfter(on))
                return new Plan.Refused(
                        new Refusal.LaterChanges(now.name(), source.last().from()));
            for (var child : childrenOn(source, approval))
                changed.put(child.unit(), moved(child, merge.into(), approval));
            var refusal = supervision.takeOver(source, into, changed, approval);
            if (refusal != null) return new Plan.Refused(refusal);
            lineage.add(new Lineage(id, merge.into()));
        }
        for (var id : merge.units()) {
            var source = timelines.get(id);
            if (source != null) changed.put(id, changed.getOrDefault(id, source).end(on, approval));
        }
        return new Plan.Made(
                List.copyOf(changed.values()),
                lineage,
                Set.copyOf(sources),
                fits.holdsMembers(into.at(on).orElseThrow()) ? Set.copyOf(sources) : Set.of());
    }

    Plan split(Operation.Split split, Timeline unit, Approval approval) {
        var on = approval.on();
        var now = unit.at(on).orElseThrow();
        var parentId = now.parent();
        if (parentId == null) return new Plan.Refused(new Refusal.IsRoot());
        if (!unit.existsOn(on.minusDays(1))) return new Plan.Refused(new Refusal.NotThen(now.name(), on.minusDays(1)));
        if (!split.continues() && unit.changesAfter(on))
            return new Plan.Refused(
                    new Refusal.LaterChanges(now.name(), unit.last().from()));
        var parent = tree.timelines(List.of(parentId)).get(parentId);
        if (parent == null) return new Plan.Refused(new Refusal.NoSuchUnit());

        var children = new HashMap<UnitId, Timeline>();
        childrenOn(unit, approval).forEach(child -> children.put(child.unit(), child));
        var changed = new ArrayList<Timeline>();
        var lineage = new ArrayList<Lineage>();
        long next = tree.nextId().value();
        for (var part : split.parts()) {
            var id = new UnitId(next++);
            switch (fits.place(part.unit(), parent.at(on).orElseThrow(), on)) {
                case Fits.Place.None(var why) -> {
                    return new Plan.Refused(why);
                }
                case Fits.Place.Found place -> {
                    if (place.tier() != now.tier()) return new Plan.Refused(new Refusal.WrongTier());
                    changed.add(established(id, parentId, part.unit(), place, approval));
                }
            }
            for (var child : part.children()) {
                var timeline = children.remove(child);
                if (timeline == null) return new Plan.Refused(new Refusal.NotAChild(child.value()));
                var refusal = supervision.part(timeline, parentId, approval);
                if (refusal != null) return new Plan.Refused(refusal);
                changed.add(moved(timeline, id, approval));
            }
            lineage.add(new Lineage(unit.unit(), id));
        }
        // the first part is the first of what was changed
        var first = changed.getFirst();
        if (!split.continues()) changed.add(unit.end(on, approval));
        var ending = split.continues() ? Set.<UnitId>of() : Set.of(unit.unit());
        var inherited = fits.holdsMembers(first.at(on).orElseThrow()) ? ending : Set.<UnitId>of();
        return codesRefusal(split, unit, approval, new Plan.Made(changed, lineage, ending, inherited));
    }

    /** A part may take over the code of the unit, if that ends. */
    private Plan codesRefusal(Operation.Split split, Timeline unit, Approval approval, Plan.Made made) {
        var codes = new HashSet<String>();
        for (var part : split.parts()) {
            String code = part.unit().code();
            boolean own = split.continues()
                    && unit.at(approval.on()).orElseThrow().code().equals(code);
            if (own || !codes.add(code) || tree.isTaken(code, unit.unit(), approval.on(), Period.FOREVER))
                return new Plan.Refused(new Refusal.CodeTaken(code));
        }
        return made;
    }

    private List<Timeline> childrenOn(Timeline unit, Approval approval) {
        return tree.timelines(tree.below(unit.unit(), approval.on())).values().stream()
                .filter(child -> child.at(approval.on())
                        .filter(period -> !period.ended() && unit.unit().equals(period.parent()))
                        .isPresent())
                .toList();
    }

    private static Timeline moved(Timeline child, UnitId parent, Approval approval) {
        return child.with(approval.on(), approval, Period::parent, Period.under(parent));
    }
}
