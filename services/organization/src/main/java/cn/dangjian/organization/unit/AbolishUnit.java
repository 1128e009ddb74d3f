package cn.dangjian.organization.unit;

import cn.dangjian.organization.tree.Announcements;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.TreeTable;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销: a county or above ends a unit of its subtree; its past stays readable. */
@Service
class AbolishUnit {

    private final TreeTable tree;
    private final UnitRepository units;
    private final Superior superior;
    private final Announcements announcements;

    AbolishUnit(TreeTable tree, UnitRepository units, Superior superior, Announcements announcements) {
        this.tree = tree;
        this.units = units;
        this.superior = superior;
        this.announcements = announcements;
    }

    record Plan(UnitId unit, @Nullable String ifMatch, String document, LocalDate on) {}

    @Transactional
    Outcome abolish(Plan plan, Caller caller) {
        tree.lock();
        var found = units.find(plan.unit(), superior.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());

        var unit = found.get();
        ETags.requireMatch(plan.ifMatch(), unit.version());
        var refusal = superior.refuse(unit, caller);
        if (refusal == null) refusal = superior.refuse(plan.on());
        if (refusal == null && units.hasChildren(unit.id())) refusal = new Refusal.HasChildren();
        if (refusal != null) return new Outcome.Refused(refusal);

        var abolished = units.update(
                ended(unit, plan.on()),
                superior.approval(Approval.Reason.ABOLISHED, plan.document(), plan.on(), caller));
        announcements.changed(List.of(abolished), caller.subject());
        return new Outcome.Abolished(abolished);
    }

    private static Unit ended(Unit unit, LocalDate day) {
        return new Unit(
                unit.id(),
                unit.parentId(),
                unit.code(),
                unit.name(),
                unit.tier(),
                unit.kind(),
                unit.domain(),
                unit.path(),
                unit.version(),
                unit.validFrom(),
                day);
    }

    sealed interface Outcome {
        record Abolished(Unit unit) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
