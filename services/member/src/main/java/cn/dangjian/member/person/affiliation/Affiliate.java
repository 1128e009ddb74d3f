package cn.dangjian.member.person.affiliation;

import static cn.dangjian.member.person.affiliation.AffiliationRefusal.ALREADY;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.DAY_AHEAD;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.ENDED;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.ENDS_BEFORE;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.NONE;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.NOT_A_BRANCH;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.NOT_A_MEMBER;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.NO_SUCH_UNIT;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.OWN_UNIT;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.UNKNOWN;

import cn.dangjian.member.person.affiliation.Affiliation.Sort;
import cn.dangjian.member.person.affiliation.AffiliationRepository.Ending;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 参加功能型党组织: his own unit, or one above it, says in the work of which others somebody takes part. */
@Service
class Affiliate {

    private final Members members;
    private final AffiliationRepository affiliations;
    private final Directory directory;

    Affiliate(Members members, AffiliationRepository affiliations, Directory directory) {
        this.members = members;
        this.affiliations = affiliations;
        this.directory = directory;
    }

    /** @param to its last day; null if none is known */
    record AffiliationRequest(
            @NotNull UnitId unit,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Nullable @Size(max = 100) @Stripped String document) {}

    @Transactional
    Affiliation affiliate(long id, AffiliationRequest request, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_A_MEMBER.unless(member.status().isMember());
        var unit = find(request.unit()).orElseThrow(NO_SUCH_UNIT);
        NOT_A_BRANCH.unless(Members.holdsMembers(unit) || Members.isFunctional(unit));
        OWN_UNIT.when(unit.id().equals(member.unit()));
        if (request.from().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());
        var to = request.to() == null ? Period.OPEN : request.to();
        ENDS_BEFORE.when(to.isBefore(request.from()));
        ALREADY.when(affiliations.exists(id, unit.id(), request.from(), to));

        var sort = Members.isFunctional(unit) ? Sort.FUNCTIONAL : Sort.GUEST;
        return affiliations
                .find(affiliations.insert(id, sort, request, desk), id)
                .orElseThrow();
    }

    @Transactional
    Affiliation end(long id, long affiliation, LocalDate on, Desk desk) {
        UNKNOWN.when(members.hold(id, desk.scope()).isEmpty());
        var found = affiliations.find(affiliation, id).orElseThrow(NONE);
        ENDED.when(found.toOn().isBefore(desk.today()));
        ENDS_BEFORE.when(on.isBefore(found.fromOn()));

        affiliations.end(List.of(new Ending(affiliation, on)));
        return affiliations.find(affiliation, id).orElseThrow();
    }

    @Unscoped("a functional unit may be anybody's; it is told no more of than its name")
    private Optional<Unit> find(UnitId id) {
        return directory.named(List.of(id.value())).stream()
                .filter(unit -> !unit.isAbolished())
                .findFirst();
    }
}
