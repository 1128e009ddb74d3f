package cn.dangjian.organization.filing;

import cn.dangjian.organization.filing.FilingRepository.Said;
import cn.dangjian.organization.rule.Kinds;
import cn.dangjian.organization.tree.Days;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
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
    private final Kinds kinds;

    Clerks(Directory directory, Days days, Kinds kinds) {
        this.directory = directory;
        this.days = days;
        this.kinds = kinds;
    }

    /** What the caller may see of its territory; empty if no filing is for its eyes. */
    Optional<Scope> scope(Caller caller) {
        return within(Scope.subtree(directory.unitOf(caller).path()), caller);
    }

    /** A scope of the caller; empty if no filing of it is for its eyes. A committee heads its line whatever its tier is. */
    Optional<Scope> within(Scope scope, Caller caller) {
        var unit = directory.unitOf(caller);
        boolean heads = scope.by() == Hierarchy.LINE && kinds.isLine(unit.kind());
        return BLIND.contains(unit.tier()) && !heads ? Optional.empty() : Optional.of(scope);
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
