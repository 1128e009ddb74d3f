package cn.dangjian.platform.directory.desk;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts (席位): the caller, the unit from which he acts, what he sees from there, and the moment of the request, as a
 * controller's parameter. It is resolved once at the door, before any transaction, and handed down. Without an annotation
 * the scope is the unit and everything below it; {@code @OwnUnit} and {@code @Subtree(lines = true)} say otherwise.
 */
public final class Desk {

    private final Caller caller;
    private final Unit unit;
    private final Scope scope;
    private final Directory directory;
    private final Instant now;
    private final LocalDate today;

    /** @param scope what the caller sees, by the hierarchy in which the request asks */
    public Desk(Caller caller, Unit unit, Scope scope, Directory directory, Days days) {
        this.caller = caller;
        this.unit = unit;
        this.scope = scope;
        this.directory = directory;
        this.now = days.now();
        this.today = days.dayOf(now);
    }

    public Caller caller() {
        return caller;
    }

    /** Who acts, as events and journals name him. */
    public String subject() {
        return caller.subject();
    }

    /** The unit from which the caller acts. */
    public Unit unit() {
        return unit;
    }

    /** What the caller sees. */
    public Scope scope() {
        return scope;
    }

    /** When the request came. */
    public Instant now() {
        return now;
    }

    /** The day on which the request came, where the province is. */
    public LocalDate today() {
        return today;
    }

    /** Whether the caller acts from a unit of one of these tiers. */
    public boolean isAt(Tier... tiers) {
        return Arrays.asList(tiers).contains(unit.tier());
    }

    /** Whether the caller acts from a unit of a tier below this one. */
    public boolean isBelow(Tier tier) {
        return unit.tier().compareTo(tier) > 0;
    }

    /** Whether the caller acts from this very unit. */
    public boolean isOf(UnitId id) {
        return unit.id().equals(id);
    }

    /** Whether the caller acts from a unit somewhere above this one in the territory. */
    public boolean isAbove(Unit other) {
        return !other.id().equals(unit.id()) && Scope.subtree(unit.path()).contains(other.path());
    }

    /** Whether the caller acts from the organisation directly above this one; headings between them do not count. */
    public boolean isDirectlyAbove(Unit other) {
        return isAbove(other)
                && directory
                        .organizationAbove(other)
                        .filter(above -> isOf(above.id()))
                        .isPresent();
    }

    /** What units directly below the caller's may name as their parent. */
    public List<Long> asParents() {
        return directory.asParents(unit.id());
    }

    /** An organisation that the caller sees and that exists; of one of these tiers, if any are named. No heading is one. */
    public Optional<Unit> find(UnitId id, Tier... tiers) {
        return known(id)
                .filter(found -> !found.isAbolished() && !found.isHeading())
                .filter(found -> tiers.length == 0 || Arrays.asList(tiers).contains(found.tier()));
    }

    /** A unit that the caller sees, also one that exists no more. */
    public Optional<Unit> known(UnitId id) {
        return directory.find(id, scope);
    }

    /** The unit that a caller asks about, also one that exists no more: his own, if he names none. */
    public Optional<Unit> asked(@Nullable UnitId id) {
        return known(id == null ? unit.id() : id);
    }

    /** What the caller sees of a unit and below it; of all that he sees, if none is named. */
    public Optional<Scope> below(@Nullable UnitId unit) {
        return unit == null ? Optional.of(scope) : known(unit).map(scope::below);
    }
}
