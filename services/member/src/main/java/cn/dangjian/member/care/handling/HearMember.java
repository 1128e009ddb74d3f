package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.DAY_BEFORE;
import static cn.dangjian.member.care.handling.HandlingRefusal.WRONG_VOTE;

import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 告知、申辩、表决: a branch tells him, hears him, and votes when the time to speak is over. */
@Service
class HearMember {

    private final HandlingRepository handlings;
    private final HandlingRules rules;
    private final Cases<State, HandlingStep> cases;

    HearMember(HandlingRepository handlings, HandlingRules rules, CaseStore store) {
        this.handlings = handlings;
        this.rules = rules;
        this.cases = store.of(HandlingStep.KIND);
    }

    @Transactional
    Handling notice(long id, LocalDate day, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(HandlingStep.NOTICED, Said.on(day), seen);
        var proposed = proposedOn(id, desk);
        if (day.isBefore(proposed)) throw DAY_BEFORE.with(proposed.toString());
        var until = rules.hearingUntil(day, held.file().unit().path(), desk);
        held.take(until);
        handlings.notice(id, day, until);
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Handling hear(long id, LocalDate day, String statement, Seen seen, Desk desk) {
        var said = Said.on(day).note(statement);
        var held = cases.hold(id, desk).may(HandlingStep.HEARD, said, seen);
        var noticed = Objects.requireNonNull(
                handlings.find(id, desk.scope()).orElseThrow().noticedOn());
        if (day.isBefore(noticed)) throw DAY_BEFORE.with(noticed.toString());

        held.take();
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    /** Passed by more than half of those who may vote, it goes to the committee; otherwise nothing is done. */
    @Transactional
    Handling vote(long id, LocalDate day, Ballot ballot, Seen seen, Desk desk) {
        var said = Said.on(day).note(ballot.said());
        var held = cases.hold(id, desk).may(HandlingStep.VOTED, said, seen);
        String path = held.file().unit().path();
        WRONG_VOTE.unless(ballot.isPossible());
        var before = handlings.find(id, desk.scope()).orElseThrow();
        rules.refuseVote(day, Objects.requireNonNull(before.hearingUntil()), path, desk);

        if (!rules.passes(ballot, path, desk)) held.may(HandlingStep.VOTED_DOWN, said, seen);
        held.take();
        handlings.vote(id, day, ballot);
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Handling withdraw(long id, String reason, Seen seen, Desk desk) {
        var said = Said.today(desk).note(reason);
        cases.hold(id, desk).may(HandlingStep.WITHDRAWN, said, seen).take();
        return handlings.find(id, desk.scope()).orElseThrow();
    }

    /** When what he is told of was proposed: the measure, or the heavier one of a further round, wherever it was since. */
    private LocalDate proposedOn(long id, Desk desk) {
        return cases.journal(id, desk.scope()).stream()
                .filter(entry -> entry.state().equals(State.PROPOSED.name()))
                .filter(entry -> !entry.step().equals(Cases.HANDED_OVER))
                .map(Entry::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
