package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Lineage;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of an operation and a day what the units would be; saves nothing. */
@Component
public class Planner {

    private final Tree tree;
    private final Fits fits;
    private final Regrouping regrouping;
    private final Supervision supervision;
    private final Wholeness wholeness;

    Planner(Tree tree, Fits fits, Regrouping regrouping, Supervision supervision, Wholeness wholeness) {
        this.tree = tree;
        this.fits = fits;
        this.regrouping = regrouping;
        this.supervision = supervision;
        this.wholeness = wholeness;
    }

    /** Plans many new units. */
    public Foundings foundings(Foundings.About about) {
        return new Foundings(about, tree, fits, wholeness);
    }

    /** What the operation would make of the tree from the approval's day on. */
    public Plan plan(Operation operation, Approval approval) {
        return operation instanceof Operation.Establish asked
                ? foundings(Foundings.About.of(List.of(asked), approval.on())).plan(asked, approval)
                : changed(operation, approval);
    }

    private Plan changed(Operation operation, Approval approval) {
        var on = approval.on();
        var timelines = tree.timelines(operation.concerned());
        for (var unit : operation.concerned()) {
            var timeline = timelines.get(unit);
            if (timeline == null) return new Plan.Refused(new Refusal.NoSuchUnit());
            if (!timeline.existsOn(on))
                return new Plan.Refused(new Refusal.NotThen(timeline.last().name(), on));
        }
        var subject = timelines.get(operation.concerned().getFirst());
        if (subject == null) return new Plan.Refused(new Refusal.NoSuchUnit());
        var plan =
                switch (operation) {
                    case Operation.Establish asked -> throw new IllegalArgumentException("Changes no unit: " + asked);
                    case Operation.Rename asked -> rename(asked.name(), subject, approval);
                    case Operation.Regrade asked -> regrade(asked.kind(), subject, approval);
                    case Operation.Move asked -> move(subject, asked.parent(), approval);
                    case Operation.Merge merge -> regrouping.merge(merge, timelines, approval);
                    case Operation.Split split -> regrouping.split(split, subject, approval);
                    case Operation.Abolish(var unit, var membersTo) ->
                        abolish(subject, membersTo == null ? null : timelines.get(membersTo), approval);
                    case Operation.Supervise asked -> supervision.supervise(subject, asked.supervisor(), approval);
                    case Operation.Release asked -> supervision.release(subject, asked.supervisor(), approval);
                };
        return plan instanceof Plan.Made made ? wholeness.check(made, on) : plan;
    }

    private static Plan rename(String name, Timeline unit, Approval approval) {
        if (unit.first().tier() == Tier.PROVINCE) return new Plan.Refused(new Refusal.IsRoot());
        if (on(unit, approval.on()).name().equals(name)) return new Plan.Refused(new Refusal.NothingChanges(name));
        return Plan.Made.of(unit.with(approval.on(), approval, Period::name, Period.named(name)));
    }

    private Plan regrade(String kind, Timeline unit, Approval approval) {
        var now = on(unit, approval.on());
        if (now.tier() == Tier.PROVINCE) return new Plan.Refused(new Refusal.IsRoot());
        if (now.kind().equals(kind)) return new Plan.Refused(new Refusal.NothingChanges(now.name()));
        if (!fits.isRelated(now.kind(), kind)) return new Plan.Refused(new Refusal.KindUnfit(kind));
        return Plan.Made.of(unit.with(approval.on(), approval, Period::kind, Period.ofKind(kind, now.domain())));
    }

    private Plan move(Timeline unit, UnitId parent, Approval approval) {
        var on = approval.on();
        var now = on(unit, on);
        if (now.tier() == Tier.PROVINCE) return new Plan.Refused(new Refusal.IsRoot());
        if (parent.equals(now.parent())) return new Plan.Refused(new Refusal.NothingChanges(now.name()));
        LocalDate until = unit.sameUntil(on, Period::parent);
        if (tree.isBelow(parent, unit.unit(), on, until)) return new Plan.Refused(new Refusal.UnderItself());
        var refusal = supervision.move(unit, parent, approval);
        if (refusal != null) return new Plan.Refused(refusal);
        return Plan.Made.of(unit.with(on, approval, Period::parent, Period.under(parent)));
    }

    /** @param heir to which its members go; null if none is named */
    private Plan abolish(Timeline unit, @Nullable Timeline heir, Approval approval) {
        var on = approval.on();
        if (unit.first().tier() == Tier.PROVINCE) return new Plan.Refused(new Refusal.IsRoot());
        if (unit.changesAfter(on))
            return new Plan.Refused(
                    new Refusal.LaterChanges(unit.last().name(), unit.last().from()));
        var ending = Set.of(unit.unit());
        if (heir == null) return new Plan.Made(List.of(unit.end(on, approval)), List.of(), ending, Set.of());
        if (heir.unit().equals(unit.unit())) return new Plan.Refused(new Refusal.UnderItself());
        if (!fits.holdsMembers(on(heir, on)))
            return new Plan.Refused(new Refusal.NoMembers(on(heir, on).name()));
        return new Plan.Made(
                List.of(unit.end(on, approval)), List.of(new Lineage(unit.unit(), heir.unit())), ending, ending);
    }

    /** What the history of the units will say of the operation. */
    public Approval.Reason reason(Operation operation, LocalDate on) {
        return switch (operation) {
            case Operation.Establish asked -> Approval.Reason.ESTABLISHED;
            case Operation.Rename asked -> Approval.Reason.RENAMED;
            case Operation.Regrade(var unit, var kind) ->
                isUpgrade(unit, kind, on) ? Approval.Reason.UPGRADED : Approval.Reason.DOWNGRADED;
            case Operation.Move asked -> Approval.Reason.MOVED;
            case Operation.Merge asked -> Approval.Reason.MERGED;
            case Operation.Split asked -> Approval.Reason.SPLIT;
            case Operation.Abolish asked -> Approval.Reason.ABOLISHED;
            case Operation.Supervise asked -> Approval.Reason.SUPERVISED;
            case Operation.Release asked -> Approval.Reason.RELEASED;
        };
    }

    private boolean isUpgrade(UnitId unit, String kind, LocalDate on) {
        var timeline = tree.timelines(List.of(unit)).get(unit);
        return timeline != null
                && timeline.at(on)
                        .filter(period -> fits.isUpgrade(period.kind(), kind))
                        .isPresent();
    }

    private static Period on(Timeline timeline, LocalDate day) {
        return timeline.at(day).orElseThrow();
    }
}
