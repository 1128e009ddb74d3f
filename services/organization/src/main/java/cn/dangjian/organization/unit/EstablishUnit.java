package cn.dangjian.organization.unit;

import cn.dangjian.organization.tree.Announcements;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.organization.tree.TreeTable;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 设立: a county or above sets up a unit in its subtree. */
@Service
class EstablishUnit {

    private final TreeTable tree;
    private final UnitRepository units;
    private final Codes codes;
    private final Superior superior;
    private final Announcements announcements;

    EstablishUnit(TreeTable tree, UnitRepository units, Codes codes, Superior superior, Announcements announcements) {
        this.tree = tree;
        this.units = units;
        this.codes = codes;
        this.superior = superior;
        this.announcements = announcements;
    }

    /**
     * What is to be established.
     *
     * @param kind needed only where the code does not say it
     */
    record Plan(
            UnitId parent,
            String code,
            String name,
            @Nullable String kind,
            String document,
            LocalDate on) {}

    @Transactional
    Outcome establish(Plan plan, Caller caller) {
        tree.lock();
        var found = units.find(plan.parent(), superior.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchParent());

        var parent = found.get();
        var refusal = refusal(plan, parent, caller);
        if (refusal != null) return new Outcome.Refused(refusal);

        return switch (codes.place(plan, parent)) {
            case Codes.Place.None(var why) -> new Outcome.Refused(why);
            case Codes.Place.Found place -> {
                var unit = unit(plan, parent, place);
                units.insert(unit, superior.approval(Approval.Reason.ESTABLISHED, plan.document(), plan.on(), caller));
                announcements.changed(List.of(unit), caller.subject());
                yield new Outcome.Established(unit);
            }
        };
    }

    private Unit unit(Plan plan, Unit parent, Codes.Place.Found place) {
        var id = new UnitId(tree.nextId());
        return new Unit(
                id,
                parent.id().value(),
                plan.code(),
                plan.name(),
                place.tier(),
                place.kind(),
                place.domain(),
                Paths.below(parent.path(), id.value()),
                1,
                plan.on(),
                null);
    }

    private @Nullable Refusal refusal(Plan plan, Unit parent, Caller caller) {
        var refusal = superior.refuseBelow(parent, caller);
        if (refusal == null) refusal = superior.refuse(plan.on());
        if (refusal == null && units.isTaken(plan.code())) refusal = new Refusal.CodeTaken(plan.code());
        return refusal;
    }

    sealed interface Outcome {
        record Established(Unit unit) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
