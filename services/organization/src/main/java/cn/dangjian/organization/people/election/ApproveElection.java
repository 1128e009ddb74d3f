package cn.dangjian.organization.people.election;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.people.team.SeatTeam;
import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
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
    private final Appointer appointer;
    private final Days days;

    ApproveElection(ElectionRepository elections, Checks checks, SeatTeam seatTeam, Appointer appointer, Days days) {
        this.elections = elections;
        this.checks = checks;
        this.seatTeam = seatTeam;
        this.appointer = appointer;
        this.days = days;
    }

    /** @param startsOn the next term's first day */
    record Plan(
            long election,
            LocalDate startsOn,
            String document,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome approve(Plan plan, Caller caller) {
        elections.lock(plan.election());
        var found = elections.find(plan.election(), appointer.scope(caller));
        var unit = found.flatMap(recorded -> appointer.find(recorded.unit(), caller));
        if (found.isEmpty() || unit.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var recorded = found.get();
        var refusal = appointer.refuse(unit.get(), caller);
        if (refusal != null) return new Outcome.Refused(refusal);
        ETags.requireMatch(plan.ifMatch(), recorded.version());
        var no = refuse(plan, recorded, unit.get(), caller);
        return no != null ? no : seat(plan, recorded, unit.get(), caller);
    }

    private @Nullable Outcome refuse(Plan plan, Recorded recorded, Unit unit, Caller caller) {
        if (recorded.session() != null) return new Outcome.Approved();
        if (recorded.recordedBy().equals(caller.subject())) return new Outcome.OwnRecord();
        var heldOn = recorded.election().heldOn();
        if (plan.startsOn().isBefore(heldOn)) {
            return new Outcome.Refused(new Refusal.WrongDay(heldOn, days.today()));
        }
        return Check.allFulfilled(checks.of(recorded, unit)) ? null : new Outcome.NotFulfilled();
    }

    private Outcome seat(Plan plan, Recorded recorded, Unit unit, Caller caller) {
        var election = recorded.election();
        var elected = election.candidates().stream()
                .filter(Candidate::elected)
                .map(one -> new SeatTeam.Elected(one.person(), one.name(), one.account(), one.post(), one.fullTime()))
                .toList();
        var next = new SeatTeam.Plan(election.number(), plan.startsOn(), plan.document(), elected);
        return switch (seatTeam.seat(unit.id(), next, caller)) {
            case SeatTeam.Outcome.Refused(var why) -> new Outcome.Refused(why);
            case SeatTeam.Outcome.Seated(var session) -> {
                elections.approve(recorded, session.id(), plan.document(), caller.subject(), days.now());
                yield new Outcome.Done(
                        elections.find(recorded.id(), appointer.scope(caller)).orElseThrow(), unit);
            }
        };
    }

    sealed interface Outcome {
        record Done(Recorded recorded, Unit unit) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        /** Whoever wrote it down does not approve it. */
        record OwnRecord() implements Outcome {}

        record NotFulfilled() implements Outcome {}

        record Approved() implements Outcome {}
    }
}
