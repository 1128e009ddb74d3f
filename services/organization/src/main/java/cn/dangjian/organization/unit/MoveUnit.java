package cn.dangjian.organization.unit;

import cn.dangjian.organization.tree.Announcements;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.TreeTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 改隶: a county or above puts a unit of its subtree, with all that is below it, under another parent there. */
@Service
class MoveUnit {

    private static final int ANNOUNCED_AT_ONCE = 1000;

    private final TreeTable tree;
    private final UnitRepository units;
    private final Superior superior;
    private final Announcements announcements;

    MoveUnit(TreeTable tree, UnitRepository units, Superior superior, Announcements announcements) {
        this.tree = tree;
        this.units = units;
        this.superior = superior;
        this.announcements = announcements;
    }

    record Plan(UnitId unit, @Nullable String ifMatch, UnitId parent, String document, LocalDate on) {}

    @Transactional
    Outcome move(Plan plan, Caller caller) {
        tree.lock();
        var scope = superior.scope(caller);
        var found = units.find(plan.unit(), scope);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());
        var parent = units.find(plan.parent(), scope);
        if (parent.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchParent());

        var unit = found.get();
        ETags.requireMatch(plan.ifMatch(), unit.version());
        var refusal = superior.refuse(unit, caller);
        if (refusal == null) refusal = superior.refuseBelow(parent.get(), caller);
        if (refusal == null) refusal = superior.refuse(plan.on());
        if (refusal == null) refusal = refusal(unit, parent.get());
        if (refusal != null) return new Outcome.Refused(refusal);

        var now = units.move(
                unit, parent.get(), superior.approval(Approval.Reason.MOVED, plan.document(), plan.on(), caller));
        announce(now, caller);
        return new Outcome.Moved(units.find(unit.id(), now).orElseThrow());
    }

    private static @Nullable Refusal refusal(Unit unit, Unit parent) {
        if (Scope.subtree(unit.path()).contains(parent.path())) return new Refusal.UnderItself();
        if (parent.isParentOf(unit)) return new Refusal.AlreadyThere();
        return Superior.fits(unit.tier(), parent.tier()) ? null : new Refusal.WrongTier();
    }

    private void announce(Scope scope, Caller caller) {
        String after = "";
        List<Unit> moved;
        do {
            moved = units.list(scope, after, ANNOUNCED_AT_ONCE);
            announcements.changed(moved, caller.subject());
            if (!moved.isEmpty()) after = moved.getLast().path();
        } while (moved.size() == ANNOUNCED_AT_ONCE);
    }

    sealed interface Outcome {
        record Moved(Unit unit) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
