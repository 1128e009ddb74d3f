package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.LineTable;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 条块结合: a committee of a line supervises units that stay where they are in the territory (ORG-09). */
@Component
class Supervision {

    private final Tree tree;
    private final LineTable lines;
    private final Fits fits;

    Supervision(Tree tree, LineTable lines, Fits fits) {
        this.tree = tree;
        this.lines = lines;
        this.fits = fits;
    }

    /** The committee works where its own superior does: below that one the unit must be. */
    Plan supervise(Timeline unit, UnitId by, Approval approval) {
        var on = approval.on();
        var now = unit.at(on).orElseThrow();
        var supervisor = at(by, approval);
        if (by.equals(now.line())) return new Plan.Refused(new Refusal.NothingChanges(now.name()));
        if (!fits.isSupervisor(supervisor, now))
            return new Plan.Refused(new Refusal.NoLine(supervisor.name(), now.name()));
        var until = unit.sameUntil(on, Period::line);
        if (lines.isBelow(by, unit.unit(), on, until) || tree.isBelow(by, unit.unit(), on, until))
            return new Plan.Refused(new Refusal.UnderItself());
        if (lines.isOutside(unit.unit(), by, on, until))
            return new Plan.Refused(new Refusal.OutsideLine(supervisor.name(), now.name()));
        return Plan.Made.of(unit.with(on, approval, Period::line, Period.supervisedBy(by)));
    }

    Plan release(Timeline unit, UnitId by, Approval approval) {
        var now = unit.at(approval.on()).orElseThrow();
        if (!by.equals(now.line()))
            return new Plan.Refused(new Refusal.NotSupervised(at(by, approval).name(), now.name()));
        return Plan.Made.of(unit.with(approval.on(), approval, Period::line, Period.supervisedBy(null)));
    }

    /** Why units and those who supervise them would come apart by a move; null if they would not. */
    @Nullable
    Refusal move(Timeline unit, UnitId parent, Approval approval) {
        var on = approval.on();
        var until = unit.sameUntil(on, Period::parent);
        var apart = new ArrayList<>(lines.listLeaving(unit.unit(), parent, on, until));
        apart.addAll(lines.listOutside(unit.unit(), parent, on, until));
        return apart.isEmpty()
                ? null
                : new Refusal.LeavesLine(unit.at(on).orElseThrow().name(), apart);
    }

    /**
     * Why units and those who supervise them would come apart if a unit went to a new one beside that above it; null if
     * they would not. What goes there together is not looked at: who supervises others outside its own subtree stays.
     */
    @Nullable
    Refusal part(Timeline child, UnitId parent, Approval approval) {
        var refusal = move(child, parent, approval);
        if (refusal != null) return refusal;
        var on = approval.on();
        var apart = lines.listOutside(child.unit(), child.unit(), on, child.sameUntil(on, Period::parent));
        return apart.isEmpty()
                ? null
                : new Refusal.LeavesLine(child.at(on).orElseThrow().name(), apart);
    }

    /**
     * Leaves what one unit supervises on the day to the other, into which it is merged. What was decided for a later day
     * keeps its own document and is not overwritten: the plan is refused until it is dealt with.
     *
     * @param changed what the merge has made of units so far
     * @return why that cannot be; null if it can
     */
    @Nullable
    Refusal takeOver(Timeline source, Timeline into, Map<UnitId, Timeline> changed, Approval approval) {
        var on = approval.on();
        var then = into.at(on).orElseThrow();
        if (lines.isBelow(into.unit(), source.unit(), on, Period.FOREVER)) return new Refusal.UnderItself();
        var apart = new ArrayList<>(lines.listLeaving(source.unit(), into.unit(), on, Period.FOREVER));
        for (var period : into.periods())
            if (period.to().isAfter(on) && period.parent() != null)
                apart.addAll(lines.listOutside(source.unit(), period.parent(), later(on, period.from()), period.to()));
        if (!apart.isEmpty()) return new Refusal.LeavesLine(source.last().name(), apart);
        for (var loaded : tree.timelines(tree.supervised(source.unit(), on)).values()) {
            var unit = changed.getOrDefault(loaded.unit(), loaded);
            var now = unit.at(on).orElse(null);
            if (now == null || !source.unit().equals(now.line())) continue;
            if (!fits.isSupervisor(then, now)) return new Refusal.NoLine(then.name(), now.name());
            changed.put(unit.unit(), unit.with(on, approval, Period::line, Period.supervisedBy(into.unit())));
        }
        return null;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** What a committee is on the day; the planner has seen that it exists. */
    private Period at(UnitId unit, Approval approval) {
        var timeline = tree.timelines(List.of(unit)).get(unit);
        if (timeline == null) throw new IllegalStateException("Unit " + unit.value() + " has no past");
        return timeline.at(approval.on()).orElseThrow();
    }
}
