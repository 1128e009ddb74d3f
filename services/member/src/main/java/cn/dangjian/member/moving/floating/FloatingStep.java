package cn.dangjian.member.moving.floating;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.aboveOther;
import static cn.dangjian.platform.cases.Hand.other;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;
import static cn.dangjian.platform.directory.Tier.VILLAGE;

import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import java.util.stream.Stream;

/** What can happen to a stay; the village and township above a branch may do what it may. */
enum FloatingStep implements CaseStep<State> {
    /** 外出报备, to the branch where he stays. */
    REPORTED(opens(State.REPORTED).by(origin())),
    /** 外出报备, to a place where no branch of this province is. */
    LEFT(opens(State.ALONE).by(origin())),
    /** 接收: the receipt for the hand-over. */
    ACCEPTED(from(State.REPORTED).to(State.ACCEPTED).by(stay()).says(DAY)),
    /** 不予接收. */
    DECLINED(from(State.REPORTED).to(State.DECLINED).by(stay()).says(NOTE)),
    /** The record is written anew, by either end. */
    CHANGED(in(State.OPEN).by(both())),
    /** 联系, by the branch of origin. */
    ORIGIN_CONTACT(in(State.OPEN).by(origin()).says(DAY)),
    /** 联系, by the branch of stay. */
    STAY_CONTACT(from(State.ACCEPTED).by(stay()).says(DAY)),
    /** 返回. */
    RETURNED(in(State.OPEN).to(State.RETURNED).by(both()).says(DAY));

    static final CaseKind<State, FloatingStep> KIND = CaseKind.of(
                    "floatings",
                    State.class,
                    FloatingStep.class,
                    FloatingRefusal.UNKNOWN,
                    FloatingRefusal.NOT_YOURS,
                    FloatingRefusal.WRONG_STATE)
            .dayAhead(FloatingRefusal.DAY_AHEAD);

    private final Move<State> move;

    FloatingStep(Move<State> move) {
        this.move = move;
    }

    private static Hand[] origin() {
        return new Hand[] {subject(), above(VILLAGE), above(TOWNSHIP)};
    }

    private static Hand[] stay() {
        return new Hand[] {other(), aboveOther(VILLAGE), aboveOther(TOWNSHIP)};
    }

    private static Hand[] both() {
        return Stream.of(origin(), stay()).flatMap(Stream::of).toArray(Hand[]::new);
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
