package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.FOUNDING_UNKNOWN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.NOT_COVERED;
import static cn.dangjian.organization.register.entry.RegisterRefusal.UNKNOWN;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.entry.LinkRepository.Link;
import cn.dangjian.organization.register.entry.LinkRepository.Role;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
     * @param partyUnitId null if nobody does any more
     * @param founding a code of table {@code founding-mode}, needed of a Party unit that covers it
     */
    record CoverRequest(
            @NotNull Role role,
            @Nullable UnitId partyUnitId,
            @Nullable @Size(max = 32) String founding,
            @NotNull LocalDate on) {}

    @Transactional
    void cover(long id, CoverRequest request, Seen seen, Desk desk) {
        var unit = register.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(unit.version());
        var last = links.findLast(unit, request.role());
        Keeper.require(unit, request.on(), last.map(Link::earliestNext).orElse(unit.registeredOn()), desk);
        var party = request.partyUnitId();
        if (party == null)
            NOT_COVERED.unless(last.filter(link -> link.ended() == null).isPresent());
        else require(request, party, unit, desk);

        register.touch(unit);
        links.end(unit, request.role(), request.on());
        if (party != null) links.insert(unit, request, desk);
    }

    private void require(CoverRequest request, UnitId party, RegisteredUnit unit, Desk desk) {
        if (request.role() == Role.LINE) keeper.requireLine(party, unit.facts().place());
        else keeper.requireCovering(party, desk);

        String founding = request.founding();
        boolean fits = request.role() == Role.COVER
                ? founding != null && codes.knows("founding-mode", founding)
                : founding == null;
        if (!fits) throw FOUNDING_UNKNOWN.with(String.valueOf(founding));
    }
}
