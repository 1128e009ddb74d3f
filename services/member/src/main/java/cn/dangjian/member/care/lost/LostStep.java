package cn.dangjian.member.care.lost;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;
import static cn.dangjian.platform.directory.Tier.VILLAGE;

import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import org.jspecify.annotations.Nullable;

/** What can happen to a case: the branch searches and proposes, the township's committee decides, another person there. */
enum LostStep implements CaseStep<State> {
    /** 上报失联. */
    OPENED(opens(State.SOUGHT).by(branch()).says(NOTE)),
    /** 查找. */
    SEARCHED(in(State.OPEN).by(branch()).says(DAY, NOTE)),
    /** 确认失联. */
    CONFIRMED(from(State.SOUGHT).to(State.LOST).by(committee()).says(DAY).apartFrom(OPENED), EventKind.LOST),
    /** 提出停止党籍. */
    STOP_PROPOSED(from(State.LOST).to(State.STOP_PROPOSED).by(branch()).says(NOTE)),
    /** 不予停止党籍. */
    STOP_DENIED(
            from(State.STOP_PROPOSED).to(State.LOST).by(committee()).says(NOTE).apartFrom(STOP_PROPOSED)),
    /** 停止党籍. */
    STOPPED(
            from(State.STOP_PROPOSED)
                    .to(State.STOPPED)
                    .by(committee())
                    .says(DAY, DOCUMENT)
                    .apartFrom(STOP_PROPOSED),
            EventKind.STOPPED),
    /** 提出除名. */
    REMOVAL_PROPOSED(from(State.STOPPED).to(State.REMOVAL_PROPOSED).by(branch()).says(NOTE)),
    /** 不予除名. */
    REMOVAL_DENIED(from(State.REMOVAL_PROPOSED)
            .to(State.STOPPED)
            .by(committee())
            .says(NOTE)
            .apartFrom(REMOVAL_PROPOSED)),
    /** 除名. */
    REMOVED(
            from(State.REMOVAL_PROPOSED)
                    .to(State.REMOVED)
                    .by(committee())
                    .says(DAY, DOCUMENT)
                    .apartFrom(REMOVAL_PROPOSED),
            EventKind.REMOVED),
    /** 找回, before the township confirmed that he is lost: nothing had been written down of him. */
    TURNED_UP(from(State.SOUGHT).to(State.FOUND).by(branch()).says(DAY, NOTE)),
    /** 找回. */
    FOUND(from(State.LOST, State.STOP_PROPOSED).to(State.FOUND).by(branch()).says(DAY, NOTE), EventKind.FOUND),
    /** 恢复党籍: he was found after his membership was stopped. */
    RESTORED(
            from(State.STOPPED, State.REMOVAL_PROPOSED)
                    .to(State.RESTORED)
                    .by(committee())
                    .says(DAY, DOCUMENT),
            EventKind.RESTORED);

    static final CaseKind<State, LostStep> KIND = CaseKind.of(
                    "lost-cases",
                    State.class,
                    LostStep.class,
                    LostRefusal.UNKNOWN,
                    LostRefusal.NOT_YOURS,
                    LostRefusal.WRONG_STATE)
            .samePerson(LostRefusal.SAME_PERSON)
            .dayAhead(LostRefusal.DAY_AHEAD);

    private final Move<State> move;
    private final @Nullable EventKind event;

    LostStep(Move<State> move) {
        this(move, null);
    }

    LostStep(Move<State> move, @Nullable EventKind event) {
        this.move = move;
        this.event = event;
    }

    private static Hand[] branch() {
        return new Hand[] {subject(), above(VILLAGE), above(TOWNSHIP)};
    }

    private static Hand[] committee() {
        return new Hand[] {above(TOWNSHIP)};
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
