package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Refusal;
import cn.dangjian.organization.tree.rule.Deciders;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may propose a change and who decides about it: always somebody who sees every unit that it is about. */
@Component
public class Concerned {

    private final Directory directory;
    private final Deciders deciders;
    private final List<Ties> ties;
    private final Days days;

    Concerned(Directory directory, Deciders deciders, List<Ties> ties, Days days) {
        this.directory = directory;
        this.deciders = deciders;
        this.ties = ties;
        this.days = days;
    }

    public Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /**
     * Who acts, and what he sees of what some operations are about.
     *
     * @param seen the units within his scope
     */
    public record Seat(Caller caller, Unit own, Set<UnitId> seen) {

        /** Why he may not propose this; null if he may. */
        @Nullable
        Objection refuse(Operation operation) {
            boolean sees = seen.containsAll(operation.concerned());
            return sees ? null : new Objection.Impossible(new Refusal.NoSuchUnit());
        }

        /** Why he may not refuse a change that cannot be made any more; null if he may. */
        public @Nullable Objection refuseToTurnDown(Change change) {
            if (change.proposedBy().equals(caller.account())) return new Objection.OwnProposal();
            var subject = change.operation().concerned().getFirst();
            return subject.equals(own.id()) ? new Objection.NotYours() : refuse(change.operation());
        }
    }

    public Seat seat(Caller caller, Collection<Operation> operations) {
        var own = directory.unitOf(caller);
        var units = operations.stream()
                .flatMap(operation -> operation.concerned().stream())
                .collect(Collectors.toSet());
        var seen = directory.find(units, Scope.subtree(own.path())).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        return new Seat(caller, own, seen);
    }

    /** What the units of an operation are now, beside what was asked. */
    public Objection stale(Operation operation, Caller caller) {
        var scope = scope(caller);
        var now = operation.concerned().stream()
                .flatMap(unit -> directory.find(unit, scope).stream())
                .toList();
        return new Objection.Stale(now, operation);
    }

    /** Whether the unit that an operation is about has the version that the caller saw, or none was named. */
    boolean isSeen(Operation operation, @Nullable String ifMatch, Caller caller) {
        if (ifMatch == null) return true;
        return directory
                .find(operation.concerned().getFirst(), scope(caller))
                .filter(unit -> ETags.of(unit.version()).equals(ifMatch))
                .isPresent();
    }

    /** Why somebody may not decide about this; null if he may. */
    @Nullable
    public Objection refuse(Change change, Plan.Made plan, Seat by) {
        var refusal = by.refuse(change.operation());
        if (refusal != null) return refusal;
        if (change.proposedBy().equals(by.caller().account())) return new Objection.OwnProposal();
        var decider = decider(plan, change.effectiveOn());
        return by.own().tier().compareTo(decider) <= 0 ? null : new Objection.NotDecider(decider);
    }

    /** That the caller approves a change now. */
    public Approval approval(Change change, Caller caller) {
        return new Approval(
                change.kind(),
                change.document(),
                change.effectiveOn(),
                caller.subject(),
                days.now(),
                change.id().value());
    }

    /** The highest tier that any of the changed units asks for. */
    private Tier decider(Plan.Made plan, LocalDate on) {
        return plan.changed().stream()
                .map(timeline -> decider(timeline, on))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Tier decider(Timeline timeline, LocalDate on) {
        Period period = timeline.at(on).orElseThrow();
        return deciders.decider(period.tier(), period.kind(), period.code(), on);
    }

    /** What is open at a unit that would end, and what becomes of it. */
    record Open(UnitId unit, String name, List<Ties.Tie> ties) {

        boolean mustBeSettled() {
            return ties.stream().anyMatch(tie -> tie.becomes() == Ties.Becomes.SETTLE);
        }
    }

    /** Of all units that would end and have anything open. */
    List<Open> open(Plan.Made plan, LocalDate on) {
        return plan.changed().stream()
                .filter(timeline -> plan.ending().contains(timeline.unit()))
                .map(timeline -> open(timeline, plan, on))
                .filter(open -> !open.ties().isEmpty())
                .toList();
    }

    private Open open(Timeline timeline, Plan.Made plan, LocalDate on) {
        var unit = timeline.unit();
        var ending = new Ties.Ending(
                unit,
                on,
                plan.inherited().contains(unit),
                plan.lineage().stream()
                        .anyMatch(lineage -> lineage.predecessor().equals(unit)));
        return new Open(
                unit,
                timeline.last().name(),
                ties.stream().flatMap(room -> room.ties(ending).stream()).toList());
    }

    /** The first unit at which something must be settled before it ends; null if nothing must be. */
    static @Nullable Objection objection(List<Open> open) {
        return open.stream()
                .filter(Open::mustBeSettled)
                .findFirst()
                .map(first -> new Objection.StillOpen(first.name(), first.ties()))
                .orElse(null);
    }
}
