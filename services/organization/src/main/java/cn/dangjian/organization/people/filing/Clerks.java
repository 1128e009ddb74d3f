package cn.dangjian.organization.people.filing;

import cn.dangjian.organization.people.filing.FilingRepository.Said;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who has to do with filings: townships propose, counties review and keep the file, villages do not see it. */
@Component
class Clerks {

    private static final Set<Tier> BLIND = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final Directory directory;
    private final Days days;

    Clerks(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    /** What the caller may see; empty if no filing is for its eyes. */
    Optional<Scope> scope(Caller caller) {
        var unit = directory.unitOf(caller);
        return BLIND.contains(unit.tier()) ? Optional.empty() : Optional.of(Scope.subtree(unit.path()));
    }

    Optional<Unit> village(UnitId id, Caller caller) {
        return scope(caller)
                .flatMap(scope -> directory.find(id, scope))
                .filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished());
    }

    boolean isTownship(Caller caller) {
        return directory.unitOf(caller).tier() == Tier.TOWNSHIP;
    }

    boolean isCounty(Caller caller) {
        return directory.unitOf(caller).tier() == Tier.COUNTY;
    }

    Said says(Caller caller) {
        return new Said(caller.subject(), days.now());
    }
}
