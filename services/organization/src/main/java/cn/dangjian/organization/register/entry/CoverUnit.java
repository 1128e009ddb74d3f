package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.entry.LinkRepository.Link;
import cn.dangjian.organization.register.entry.LinkRepository.Role;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 组建: from a day on a Party unit covers a register unit, or none does; one may cover many, each has one (ORG-04). */
@Service
class CoverUnit {

    private final RegisterRepository register;
    private final LinkRepository links;
    private final CodeTables codes;
    private final Keeper keeper;

    CoverUnit(RegisterRepository register, LinkRepository links, CodeTables codes, Keeper keeper) {
        this.register = register;
        this.links = links;
        this.codes = codes;
        this.keeper = keeper;
    }

    /**
     * Who stands for a unit.
     *
     * @param partyUnit null if nobody does any more
     * @param founding a code of table {@code founding-mode}, needed of a Party unit that covers it
     */
    record Plan(
            long id,
            @Nullable String ifMatch,
            Role role,
            @Nullable Long partyUnit,
            @Nullable String founding,
            LocalDate on) {}

    @Transactional
    Outcome cover(Plan plan, Caller caller) {
        var found = register.find(plan.id(), keeper.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());

        var unit = found.get();
        ETags.requireMatch(plan.ifMatch(), unit.version());
        var last = links.findLast(unit, plan.role());
        var earliest = last.map(Link::earliestNext).orElse(unit.registeredOn());
        var refusal = keeper.refuse(caller);
        if (refusal == null) refusal = keeper.refuse(unit, plan.on(), earliest);
        if (refusal == null) refusal = refuse(plan, unit, last, caller);
        if (refusal != null) return new Outcome.Refused(refusal);

        register.touch(unit);
        links.end(unit, plan.role(), plan.on());
        Long partyUnit = plan.partyUnit();
        if (partyUnit != null) {
            links.insert(unit, plan.role(), partyUnit, plan.founding(), plan.on(), keeper.said(caller));
        }
        return new Outcome.Covered(unit.id());
    }

    private @Nullable Refusal refuse(Plan plan, RegisteredUnit unit, Optional<Link> last, Caller caller) {
        Long partyUnit = plan.partyUnit();
        if (partyUnit == null) {
            boolean holds = last.filter(link -> link.ended() == null).isPresent();
            return holds ? null : new Refusal.NotCovered();
        }
        var refusal = plan.role() == Role.LINE
                ? keeper.refuseLine(partyUnit, unit.facts().place())
                : keeper.refuseCovering(partyUnit, caller);
        return refusal == null ? refuseFounding(plan) : refusal;
    }

    private @Nullable Refusal refuseFounding(Plan plan) {
        String founding = plan.founding();
        boolean fits = plan.role() == Role.COVER
                ? founding != null && codes.knows("founding-mode", founding)
                : founding == null;
        return fits ? null : new Refusal.FoundingUnknown(String.valueOf(founding));
    }

    sealed interface Outcome {
        record Covered(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
