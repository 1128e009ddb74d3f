package cn.dangjian.member.care.handling;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;
import static cn.dangjian.platform.directory.Tier.VILLAGE;

import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can happen to a case: the branch proposes, hears and votes; the township approves; the county hears appeals. */
enum HandlingStep implements CaseStep<State> {
    /** 提出. */
    PROPOSED(opens(State.PROPOSED).by(branch()).says(NOTE)),
    /** 告知. */
    NOTICED(from(State.PROPOSED).to(State.HEARING).by(branch()).says(DAY)),
    /** 本人陈述申辩. */
    HEARD(from(State.HEARING).by(branch()).says(DAY, NOTE)),
    /** 支部大会通过. */
    VOTED(from(State.HEARING).to(State.VOTED).by(branch()).says(DAY)),
    /** 支部大会未通过. */
    VOTED_DOWN(from(State.HEARING).to(State.DROPPED).by(branch()).says(DAY)),
    /** 撤回. */
    WITHDRAWN(from(State.PROPOSED, State.HEARING).to(State.DROPPED).by(branch()).says(NOTE)),
    /** 批准限期改正. */
    CORRECTION(approved(State.CORRECTING)),
    /** 批准劝退. */
    PERSUADED(approved(State.PERSUADED), EventKind.PERSUADED),
    /** 批准除名. */
    REMOVED(approved(State.REMOVED), EventKind.REMOVED),
    /** 不予批准. */
    DISMISSED(from(State.VOTED).to(State.DROPPED).by(above(TOWNSHIP)).says(NOTE).apartFrom(PROPOSED, VOTED)),
    /** 已改正. */
    CORRECTED(from(State.CORRECTING).to(State.CORRECTED).by(above(TOWNSHIP)).says(DAY, NOTE)),
    /** 期满未改正: something heavier is proposed, and he is heard again. */
    NOT_CORRECTED(
            from(State.CORRECTING).to(State.PROPOSED).by(branch()).says(NOTE).again()),
    /** 申诉. */
    APPEALED(in(Group.APPEALABLE)
            .by(subject(), above(VILLAGE), above(TOWNSHIP), above(COUNTY))
            .says(DAY, NOTE)),
    /** 驳回申诉. */
    APPEAL_DENIED(in(Group.APPEALABLE)
            .by(above(COUNTY))
            .says(DAY, DOCUMENT)
            .apartFrom(PROPOSED, VOTED, CORRECTION, PERSUADED, REMOVED)),
    /** 申诉成立: he is what he was before. */
    APPEAL_GRANTED(
            from(State.PERSUADED, State.REMOVED)
                    .by(above(COUNTY))
                    .says(DAY, DOCUMENT)
                    .apartFrom(PROPOSED, VOTED, PERSUADED, REMOVED),
            EventKind.RESTORED),
    /** 申诉成立: he has nothing to correct. */
    LIFTED(from(State.CORRECTING)
            .to(State.DROPPED)
            .by(above(COUNTY))
            .says(DAY, DOCUMENT)
            .apartFrom(PROPOSED, VOTED, CORRECTION));

    /** States that several steps name. */
    private static final class Group {
        static final Set<State> APPEALABLE = EnumSet.of(State.CORRECTING, State.PERSUADED, State.REMOVED);
    }

    static final CaseKind<State, HandlingStep> KIND = CaseKind.of(
                    "handlings",
                    State.class,
                    HandlingStep.class,
                    HandlingRefusal.UNKNOWN,
                    HandlingRefusal.NOT_YOURS,
                    HandlingRefusal.WRONG_STATE)
            .samePerson(HandlingRefusal.SAME_PERSON)
            .dayAhead(HandlingRefusal.DAY_AHEAD);

    private final Move<State> move;
    private final @Nullable EventKind event;

    HandlingStep(Move<State> move) {
        this(move, null);
    }

    HandlingStep(Move<State> move, @Nullable EventKind event) {
        this.move = move;
        this.event = event;
    }

    private static Hand[] branch() {
        return new Hand[] {subject(), above(VILLAGE), above(TOWNSHIP)};
    }

    /** One tier up, by somebody who neither proposed it nor wrote down the vote. */
    private static Move<State> approved(State state) {
        return from(State.VOTED)
                .to(state)
                .by(above(TOWNSHIP))
                .says(DAY, DOCUMENT)
                .apartFrom(PROPOSED, VOTED);
    }

    @Override
    public Move<State> move() {
        return move;
    }

    /** What happens to him by it; null if nothing does. */
    @Nullable
    EventKind event() {
        return event;
    }
}
