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

/** 更名: a county or above gives a unit of its subtree another name. */
@Service
class RenameUnit {

    private final TreeTable tree;
    private final UnitRepository units;
    private final Superior superior;
    private final Announcements announcements;

    RenameUnit(TreeTable tree, UnitRepository units, Superior superior, Announcements announcements) {
        this.tree = tree;
        this.units = units;
        this.superior = superior;
        this.announcements = announcements;
    }

    record Plan(UnitId unit, @Nullable String ifMatch, String name, String document, LocalDate on) {}

    @Transactional
    Outcome rename(Plan plan, Caller caller) {
        tree.lock();
        var found = units.find(plan.unit(), superior.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());

        var unit = found.get();
        ETags.requireMatch(plan.ifMatch(), unit.version());
        var refusal = superior.refuse(unit, caller);
        if (refusal == null) refusal = superior.refuse(plan.on());
        if (refusal != null) return new Outcome.Refused(refusal);
        if (unit.name().equals(plan.name())) return new Outcome.Renamed(unit);

        var renamed = units.update(
                named(unit, plan.name()),
                superior.approval(Approval.Reason.RENAMED, plan.document(), plan.on(), caller));
        announcements.changed(List.of(renamed), caller.subject());
        return new Outcome.Renamed(renamed);
    }

    static Unit named(Unit unit, String name) {
        return new Unit(
                unit.id(),
                unit.parentId(),
                unit.code(),
                name,
                unit.tier(),
                unit.kind(),
                unit.domain(),
                unit.path(),
                unit.version(),
                unit.validFrom(),
                unit.validTo());
    }

    sealed interface Outcome {
        record Renamed(Unit unit) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
