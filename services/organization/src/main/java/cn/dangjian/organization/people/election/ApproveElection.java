package cn.dangjian.organization.people.election;

import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.people.team.SeatTeam;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Sessions.SessionRequest;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 选举结果批复: a superior approves what was voted, and with that the elected take their seats for the next term. */
@Service
class ApproveElection {

    private final ElectionRepository elections;
    private final Checks checks;
    private final SeatTeam seatTeam;

    ApproveElection(ElectionRepository elections, Checks checks, SeatTeam seatTeam) {
        this.elections = elections;
        this.checks = checks;
        this.seatTeam = seatTeam;
    }

    /** @param startsOn the next term's first day */
    record Plan(
            long election,
            LocalDate startsOn,
            String document,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome approve(Plan plan, Desk desk) {
        elections.lock(plan.election());
        var recorded = elections.find(plan.election(), desk.scope()).orElseThrow(UNKNOWN);
        var unit = Appointer.find(recorded.unit(), desk);
        ETags.requireMatch(plan.ifMatch(), recorded.version());
        var no = refuse(plan, recorded, unit, desk);
        return no != null ? no : seat(plan, recorded, unit, desk);
    }

    private @Nullable Outcome refuse(Plan plan, Recorded recorded, Unit unit, Desk desk) {
        if (recorded.session() != null) return new Outcome.Approved();
        if (recorded.recordedBy().equals(desk.subject())) return new Outcome.OwnRecord();
        var heldOn = recorded.election().heldOn();
        if (plan.startsOn().isBefore(heldOn)) throw WRONG_DAY.with(heldOn, desk.today());
        return Check.allFulfilled(checks.of(recorded, unit)) ? null : new Outcome.NotFulfilled();
    }

    private Outcome seat(Plan plan, Recorded recorded, Unit unit, Desk desk) {
        var election = recorded.election();
        var elected = election.candidates().stream()
                .filter(Candidate::elected)
                .map(one -> new SeatTeam.Elected(one.person(), one.name(), one.account(), one.post(), one.fullTime()))
                .toList();
        var next = new SessionRequest(election.number(), plan.startsOn(), plan.document());
        var session = seatTeam.seat(unit.id(), next, elected, desk);
        elections.approve(recorded, session.id(), plan.document(), desk.subject(), desk.now());
        return new Outcome.Done(elections.find(recorded.id(), desk.scope()).orElseThrow(), unit);
    }

    sealed interface Outcome {
        record Done(Recorded recorded, Unit unit) implements Outcome {}

        /** Whoever wrote it down does not approve it. */
        record OwnRecord() implements Outcome {}

        record NotFulfilled() implements Outcome {}

        record Approved() implements Outcome {}
    }
}
