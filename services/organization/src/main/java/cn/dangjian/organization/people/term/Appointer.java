package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may set up a unit's team (ORG-11): whoever is above it; of a province, which nobody is above, itself. */
@Component
public class Appointer {

    private final Directory directory;
    private final Days days;

    Appointer(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    public Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /** The unit, if it exists and the caller may know of it. */
    public Optional<Unit> find(UnitId unit, Caller caller) {
        return directory.find(unit, scope(caller)).filter(found -> !found.isAbolished());
    }

    /** The unit, if it exists and lies within a scope. */
    public Optional<Unit> find(UnitId unit, Scope scope) {
        return directory.find(unit, scope).filter(found -> !found.isAbolished());
    }

    /** Why the caller may not set up the team of a unit of its scope; null if it may. */
    public @Nullable Refusal refuse(Unit unit, Caller caller) {
        boolean itself = unit.id().value() == caller.unit() && unit.tier() != Tier.PROVINCE;
        return itself ? new Refusal.NotSuperior() : null;
    }

    public LocalDate today() {
        return days.today();
    }
}
