package cn.dangjian.organization.unit;

import cn.dangjian.organization.tree.Approval;
import cn.dangjian.organization.tree.Days;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may change the tree, and from when on (ORG-01, ORG-02): a county or above, in its subtree, as of today. */
@Component
class Superior {

    private static final Set<Tier> SUPERIORS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY);
    private static final Map<Tier, Tier> ABOVE = Map.of(
            Tier.CITY, Tier.PROVINCE,
            Tier.COUNTY, Tier.CITY,
            Tier.TOWNSHIP, Tier.COUNTY,
            Tier.VILLAGE, Tier.TOWNSHIP);

    private final Directory directory;
    private final Days days;

    Superior(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /** Why the caller may not put anything below a unit of its scope; null if it may. */
    @Nullable
    Refusal refuseBelow(Unit parent, Caller caller) {
        if (!SUPERIORS.contains(directory.unitOf(caller).tier())) return new Refusal.NotSuperior();
        return parent.isAbolished() ? new Refusal.Abolished(parent.name()) : null;
    }

    /** Why the caller may not change a unit of its scope; null if it may. */
    @Nullable
    Refusal refuse(Unit unit, Caller caller) {
        if (unit.id().value() == caller.unit()) return new Refusal.NotSuperior();
        return refuseBelow(unit, caller);
    }

    /** Why a change cannot take effect on a day; null if it can. */
    @Nullable
    Refusal refuse(LocalDate on) {
        var today = days.today();
        return on.equals(today) ? null : new Refusal.NotToday(today);
    }

    Approval approval(Approval.Reason reason, String document, LocalDate on, Caller caller) {
        return new Approval(reason, document, on, caller.subject(), days.now());
    }

    /** Whether a unit of this tier may be directly below one of that tier. */
    static boolean fits(Tier child, Tier parent) {
        if (child == Tier.BRANCH) return parent != Tier.BRANCH;
        return ABOVE.get(child) == parent;
    }
}
