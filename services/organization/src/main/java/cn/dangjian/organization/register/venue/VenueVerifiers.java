package cn.dangjian.organization.register.venue;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who reports and who verifies (ORG-22): a village for itself, the township above, and never one person both. */
@Component
class VenueVerifiers {

    private static final Set<Tier> REPORTERS = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final Directory directory;

    VenueVerifiers(Directory directory) {
        this.directory = directory;
    }

    Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    boolean mayReport(Caller caller) {
        return REPORTERS.contains(directory.unitOf(caller).tier());
    }

    /** Where no township stands between, the county verifies itself. */
    boolean mayJudge(UnitId unit, Caller caller) {
        var here = directory.unitOf(caller);
        if (here.tier() == Tier.TOWNSHIP) return !here.id().equals(unit);
        return here.tier() == Tier.COUNTY
                && directory.find(unit, scope(caller)).filter(here::isParentOf).isPresent();
    }
}
