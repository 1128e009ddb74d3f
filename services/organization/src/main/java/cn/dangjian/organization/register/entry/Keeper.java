package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.CLOSED;
import static cn.dangjian.organization.register.entry.RegisterRefusal.FUTURE;
import static cn.dangjian.organization.register.entry.RegisterRefusal.MORE_MEMBERS;
import static cn.dangjian.organization.register.entry.RegisterRefusal.NOT_KEEPER;
import static cn.dangjian.organization.register.entry.RegisterRefusal.NO_LINE;
import static cn.dangjian.organization.register.entry.RegisterRefusal.PARTY_UNIT_UNFIT;
import static cn.dangjian.organization.register.entry.RegisterRefusal.PARTY_UNIT_UNKNOWN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.PLACE_UNFIT;
import static cn.dangjian.organization.register.entry.RegisterRefusal.PLACE_UNKNOWN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.TOO_EARLY;
import static cn.dangjian.organization.register.entry.RegisterRefusal.TYPE_UNKNOWN;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who keeps the register, for which places, and from when on: a township or above, in its subtree, never ahead. */
@Component
class Keeper {

    private static final Set<Tier> PLACES = Set.of(Tier.TOWNSHIP, Tier.VILLAGE);

    /** Types of units in which people live. */
    private static final Set<String> RESIDENTS = Set.of("VILLAGE", "COMMUNITY");

    private final Directory directory;
    private final CodeTables codes;
    private final Kinds kinds;

    Keeper(Directory directory, CodeTables codes, Kinds kinds) {
        this.directory = directory;
        this.codes = codes;
        this.kinds = kinds;
    }

    /** Whoever is a member where people work is one of those who work there; elsewhere members live. */
    static void requireFigures(Facts facts) {
        boolean more = facts.members() > facts.employees() && !RESIDENTS.contains(facts.type());
        if (more) throw MORE_MEMBERS.with(facts.members(), facts.employees());
    }

    static void require(Desk desk) {
        NOT_KEEPER.when(desk.isBelow(Tier.TOWNSHIP));
    }

    /** Something can be entered for a unit on a day. */
    static void require(RegisteredUnit unit, LocalDate on, LocalDate earliest, Desk desk) {
        require(desk);
        if (unit.isClosed()) throw CLOSED.with(unit.facts().name());
        require(on, earliest, desk);
    }

    static void require(LocalDate on, LocalDate earliest, Desk desk) {
        if (on.isAfter(desk.today())) throw FUTURE.with(desk.today());
        if (on.isBefore(earliest)) throw TOO_EARLY.with(earliest);
    }

    /** A unit of a type may be kept in a place that was looked for within the scope. */
    void requirePlace(String type, @Nullable Unit place) {
        PLACE_UNKNOWN.when(place == null || place.isAbolished());
        PLACE_UNFIT.unless(place != null && PLACES.contains(place.tier()));
        if (!codes.knows("unit-type", type)) throw TYPE_UNKNOWN.with(type);
    }

    /**
     * A Party unit may be named as one that covers others. A functional one on a chain has no members of its own and is
     * nobody's Party organisation (ORG-07).
     */
    void requireCovering(UnitId partyUnit, Desk desk) {
        var unit = desk.find(partyUnit).orElseThrow(PARTY_UNIT_UNKNOWN);
        boolean covers = unit.tier() == Tier.VILLAGE || unit.tier() == Tier.BRANCH;
        PARTY_UNIT_UNFIT.unless(covers && !kinds.isOfChain(unit.kind()));
    }

    /**
     * A unit may be named as the committee of a line that looks after what lies in a place. It works below its own
     * superior, and everybody there may know of it.
     */
    void requireLine(UnitId committee, long place) {
        var there = directory.named(List.of(place)).getFirst();
        var found = directory.named(List.of(committee.value())).stream()
                .filter(unit -> !unit.isAbolished() && there.path().startsWith(Paths.above(unit.path())))
                .findFirst()
                .orElseThrow(PARTY_UNIT_UNKNOWN);
        NO_LINE.unless(kinds.isLine(found.kind()));
    }
}
