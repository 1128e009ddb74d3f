package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.member.care.handling.HandlingRefusal.NOT_MEMBER;
import static cn.dangjian.member.care.handling.HandlingRefusal.NO_SINCE;
import static cn.dangjian.member.care.handling.HandlingRefusal.OPEN;
import static cn.dangjian.member.care.handling.HandlingRefusal.WRONG_MEASURE;

import cn.dangjian.member.care.handling.Handling.Grounds;
import cn.dangjian.member.care.handling.Handling.Measure;
import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出: a branch proposes a measure against one of its members, or a heavier one if he has not corrected himself. */
@Service
class ProposeHandling {

    private final HandlingRepository handlings;
    private final Members members;
    private final HandlingRules rules;
    private final Cases<State, HandlingStep> cases;

    ProposeHandling(HandlingRepository handlings, Members members, HandlingRules rules, CaseStore store) {
        this.handlings = handlings;
        this.members = members;
        this.rules = rules;
        this.cases = store.of(HandlingStep.KIND);
    }

    /** @param sinceOn since when he has neglected it, for grounds of which months are counted */
    record ProposalRequest(
            @NotNull Grounds grounds,
            @Nullable LocalDate sinceOn,
            @NotNull Measure measure,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String evidence) {}

    record HeavierRequest(
            @NotNull Measure measure,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String evidence) {}

    @Transactional
    Handling propose(long id, ProposalRequest request, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        var unit = desk.known(member.unit()).orElseThrow(MEMBER_UNKNOWN);
        cases.mayOpen(HandlingStep.PROPOSED, unit, desk);
        NOT_MEMBER.unless(member.status().isMember());
        var other = handlings.findOpen(id);
        if (other.isPresent()) throw OPEN.with(String.valueOf(other.get()));
        NO_SINCE.when(request.grounds().isCounted() != (request.sinceOn() != null));
        if (request.sinceOn() != null && request.measure() == Measure.REMOVAL)
            rules.refuseRemoval(request.sinceOn(), unit.path(), desk);

        var said = Said.today(desk).note(request.evidence());
        var opened = cases.open(HandlingStep.PROPOSED, unit, said, desk);
        handlings.insert(opened.id(), id, request);
        return handlings.find(opened.id(), desk.scope()).orElseThrow();
    }

    /** The time for correction is over, and in vain. */
    @Transactional
    Handling proposeHeavier(long id, HeavierRequest request, Seen seen, Desk desk) {
        var said = Said.today(desk).note(request.evidence());
        var held = cases.hold(id, desk).may(HandlingStep.NOT_CORRECTED, said, seen);
        WRONG_MEASURE.when(request.measure() == Measure.CORRECTION);
        var before = handlings.find(id, desk.scope()).orElseThrow();
        var until = Objects.requireNonNull(before.correctUntil());
        rules.refuseBeforeEnd(until, held.file().unit().path(), desk);

        held.take();
        handlings.restart(id, request);
        return handlings.find(id, desk.scope()).orElseThrow();
    }
}
