package cn.dangjian.member.telling;

import static cn.dangjian.platform.cases.Hand.subject;

import cn.dangjian.member.person.register.MemberRefusal;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;

/** A case that no room knows, to see what becomes of those of a unit that ends. */
enum Trial implements CaseStep<Trial.State> {
    OPENED(Move.opens(State.OPEN).by(subject())),
    ENDED(Move.from(State.OPEN).to(State.CLOSED).by(subject()));

    enum State {
        OPEN,
        CLOSED
    }

    static final CaseKind<State, Trial> KIND = CaseKind.of(
            "heir-trials",
            State.class,
            Trial.class,
            MemberRefusal.UNKNOWN,
            MemberRefusal.NOT_READER,
            MemberRefusal.UNKNOWN);

    private final Move<State> move;

    Trial(Move<State> move) {
        this.move = move;
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
