package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.APPEAL_OPEN;
import static cn.dangjian.member.care.handling.HandlingRefusal.DAY_BEFORE;
import static cn.dangjian.member.care.handling.HandlingRefusal.MOVED;
import static cn.dangjian.member.care.handling.HandlingRefusal.NOT_MEMBER;
import static cn.dangjian.member.care.handling.HandlingRefusal.NO_APPEAL;
import static cn.dangjian.member.care.handling.HandlingRefusal.WRONG_MEASURE;

import cn.dangjian.member.care.handling.Handling.Appeal;
import cn.dangjian.member.care.handling.Handling.Measure;
import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审批、申诉: a township's committee approves what a branch has voted, or not; the county decides on appeals. */
@Service
class DecideHandling {

    private final HandlingRepository handlings;
    private final Members members;
    private final Standings standings;
    private final HandlingRules rules;
    private final Cases<State, HandlingStep> cases;

    DecideHandling(
            HandlingRepository handlings, Members members, Standings standings, HandlingRules rules, CaseStore store) {
        this.handlings = handlings;
        this.members = members;
        this.standings = standings;
        this.rules = rules;
        this.cases = store.of(HandlingStep.KIND);
    }

    /** @param until by when he is to correct himself, if that is what was proposed */
    @Transactional
    Handling approve(long id, Said said, @Nullable LocalDate until, Seen seen, Desk desk) {
        handlings.lockMember(id);
        var held = cases.hold(id, desk);
        var before = handlings.find(id, desk.scope()).orElseThrow();
        var step = before.measure().approval();
        held.may(step, said, seen);
        NOT_MEMBER.unless(person(before, desk).status().isMember());
        refuseBefore(before.votedOn(), said.day());
        WRONG_MEASURE.when((before.measure() == Measure.CORRECTION) != (until != null));
        if (until != null) {
            refuseBefore(said.day(), until);
            rules.refuseCorrection(said.day(), until, held.file().unit().path(), desk);
            handlings.correct(id, until);
        }
        write(before, step.event(), said, desk);
        held.take(until);
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Handling dismiss(long id, String reason, Seen seen, Desk desk) {
        var said = Said.today(desk).note(reason);
        cases.hold(id, desk).may(HandlingStep.DISMISSED, said, seen).take();
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Handling close(long id, Said said, Seen seen, Desk desk) {
        cases.hold(id, desk).may(HandlingStep.CORRECTED, said, seen).take();
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    /** Written down for him, by whoever he gives it to. */
    @Transactional
    Handling appeal(long id, Said said, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(HandlingStep.APPEALED, said, seen);
        var before = handlings.find(id, desk.scope()).orElseThrow();
        APPEAL_OPEN.unless(before.appeal() == Appeal.NONE);
        refuseBefore(before.votedOn(), said.day());

        held.take();
        handlings.appeal(id, Appeal.OPEN);
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Handling decideAppeal(long id, boolean granted, Said said, Seen seen, Desk desk) {
        handlings.lockMember(id);
        var held = cases.hold(id, desk);
        var state = held.file().state();
        var grant = state == State.CORRECTING ? HandlingStep.LIFTED : HandlingStep.APPEAL_GRANTED;
        var step = granted ? grant : HandlingStep.APPEAL_DENIED;
        held.may(step, said, seen);
        var before = handlings.find(id, desk.scope()).orElseThrow();
        NO_APPEAL.unless(before.appeal() == Appeal.OPEN);
        refuseBefore(before.votedOn(), said.day());

        write(before, step.event(), said, desk);
        held.take();
        handlings.appeal(id, granted ? Appeal.GRANTED : Appeal.DENIED);
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    private static void refuseBefore(@Nullable LocalDate earliest, LocalDate day) {
        if (earliest != null && day.isBefore(earliest)) throw DAY_BEFORE.with(earliest.toString());
    }

    private Member person(Handling before, Desk desk) {
        var member = members.find(before.member(), desk.scope()).orElseThrow(MOVED);
        MOVED.unless(member.unit().equals(before.unit()));
        return member;
    }

    private void write(Handling before, @Nullable EventKind event, Said said, Desk desk) {
        if (event == null) return;
        if (event == EventKind.RESTORED) {
            var member = person(before, desk);
            // whoever has died meanwhile, or was expelled, stays what he is: only the appeal is decided
            if (member.status() != Status.REMOVED && member.status() != Status.PERSUADED) return;
            // of several on one day, what leads out counts last
            refuseBefore(member.since().plusDays(1), said.day());
        }
        var happening = Happening.of(new MemberId(before.member()), event, said.day())
                .by(said.document())
                .because(said.note());
        standings.record(List.of(happening), desk.subject(), desk.now());
        members.touch(List.of(before.member()));
    }
}
