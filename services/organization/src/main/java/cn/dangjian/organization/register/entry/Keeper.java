package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who keeps the register, for which places, and from when on: a township or above, in its subtree, never ahead. */
@Component
class Keeper {

    private static final Set<Tier> KEEPERS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY, Tier.TOWNSHIP);
    private static final Set<Tier> PLACES = Set.of(Tier.TOWNSHIP, Tier.VILLAGE);
    private static final Set<Tier> COVERING = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final Directory directory;
    private final CodeTables codes;
    private final Kinds kinds;
    private final Days days;

    Keeper(Directory directory, CodeTables codes, Kinds kinds, Days days) {
        this.kinds = kinds;
        this.directory = directory;
        this.codes = codes;
        this.days = days;
    }

    Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /** Why the caller may write nothing; null if it may. */
    @Nullable
    Refusal refuse(Caller caller) {
        return KEEPERS.contains(directory.unitOf(caller).tier()) ? null : new Refusal.NotKeeper();
    }

    /** Why the caller may not keep a unit with these facts; null if it may. */
    @Nullable
    Refusal refuse(RegisteredUnit.Facts facts, Caller caller) {
        var place = directory.find(new UnitId(facts.place()), scope(caller));
        return refuse(facts.type(), place.orElse(null));
    }

    /** Why no unit of a type may be kept in a place that was looked for within the scope; null if it may. */
    @Nullable
    Refusal refuse(String type, @Nullable Unit place) {
        if (place == null || place.isAbolished()) return new Refusal.NoSuchPlace();
        if (!PLACES.contains(place.tier())) return new Refusal.PlaceUnfit();
        return codes.knows("unit-type", type) ? null : new Refusal.TypeUnknown(type);
    }

    /**
     * Why a Party unit may not be named as one that covers others; null if it may. A functional one on a chain has no
     * members of its own and is nobody's Party organisation (ORG-07).
     */
    @Nullable
    Refusal refuseCovering(long partyUnit, Caller caller) {
        var found = directory.find(new UnitId(partyUnit), scope(caller)).filter(unit -> !unit.isAbolished());
        if (found.isEmpty()) return new Refusal.NoSuchPartyUnit();
        boolean covers = COVERING.contains(found.get().tier())
                && !kinds.isOfChain(found.get().kind());
        return covers ? null : new Refusal.PartyUnitUnfit();
    }

    /**
     * Why a unit may not be named as the committee of a line that looks after what lies in a place; null if it may. It
     * works below its own superior, and everybody there may know of it.
     */
    @Nullable
    Refusal refuseLine(long committee, long place) {
        var there = directory.named(List.of(place)).getFirst();
        var found = directory.named(List.of(committee)).stream()
                .filter(unit -> !unit.isAbolished() && there.path().startsWith(Paths.above(unit.path())))
                .findFirst();
        if (found.isEmpty()) return new Refusal.NoSuchPartyUnit();
        return kinds.isLine(found.get().kind()) ? null : new Refusal.NoLine();
    }

    /** Why nothing can be entered for a unit on a day; null if it can. */
    @Nullable
    Refusal refuse(RegisteredUnit unit, LocalDate on, LocalDate earliest) {
        if (unit.isClosed()) return new Refusal.Closed(unit.facts().name());
        return refuse(on, earliest);
    }

    @Nullable
    Refusal refuse(LocalDate on, LocalDate earliest) {
        var today = days.today();
        if (on.isAfter(today)) return new Refusal.Future(today);
        return on.isBefore(earliest) ? new Refusal.TooEarly(earliest) : null;
    }

    RegisterRepository.Said said(Caller caller) {
        return new RegisterRepository.Said(caller.subject(), days.now());
    }
}
