package cn.dangjian.organization.people.election;

import static cn.dangjian.organization.people.election.ElectionRefusal.APPROVED;
import static cn.dangjian.organization.people.election.ElectionRefusal.NOT_FULFILLED;
import static cn.dangjian.organization.people.election.ElectionRefusal.OWN_RECORD;
import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.people.team.SeatTeam;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Sessions.SessionRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
    record ApprovalRequest(
            @NotNull LocalDate startsOn,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Recorded approve(long id, ApprovalRequest request, Seen seen, Desk desk) {
        elections.lock(id);
        var recorded = elections.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var unit = Appointer.find(recorded.unit(), desk);
        seen.require(recorded.version());
        APPROVED.when(recorded.session() != null);
        OWN_RECORD.when(recorded.recordedBy().equals(desk.subject()));
        var election = recorded.election();
        if (request.startsOn().isBefore(election.heldOn())) throw WRONG_DAY.with(election.heldOn(), desk.today());
        NOT_FULFILLED.unless(Check.allFulfilled(checks.of(recorded, unit)));

        var elected = election.candidates().stream()
                .filter(Candidate::elected)
                .map(one -> new SeatTeam.Elected(one.person(), one.name(), one.account(), one.post(), one.fullTime()))
                .toList();
        var next = new SessionRequest(election.number(), request.startsOn(), request.document());
        var session = seatTeam.seat(unit.id(), next, elected, desk);
        elections.approve(recorded, session.id(), request.document(), desk);
        return elections.find(id, desk.scope()).orElseThrow();
    }
}
