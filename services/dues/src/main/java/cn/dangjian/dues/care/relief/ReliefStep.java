package cn.dangjian.dues.care.relief;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.CITY;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.PROVINCE;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;
import static cn.dangjian.platform.directory.Tier.VILLAGE;

import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;

/** What can happen to a proposal: the branch makes it, a committee above decides by another person. */
enum ReliefStep implements CaseStep<State> {
    /** 支部研究提出. */
    PROPOSED(
            opens(State.PROPOSED).by(subject(), above(VILLAGE), above(TOWNSHIP)).says(DOCUMENT, NOTE)),
    /** 批准. */
    GRANTED(from(State.PROPOSED)
            .to(State.GRANTED)
            .by(committee())
            .says(DAY, DOCUMENT)
            .apartFrom(PROPOSED)),
    /** 不予批准. */
    REFUSED(from(State.PROPOSED).to(State.REFUSED).by(committee()).says(NOTE).apartFrom(PROPOSED)),
    /** 撤回. */
    WITHDRAWN(from(State.PROPOSED)
            .to(State.WITHDRAWN)
            .by(subject(), above(VILLAGE), above(TOWNSHIP))
            .says(NOTE));

    static final CaseKind<State, ReliefStep> KIND = CaseKind.of(
                    "reliefs",
                    State.class,
                    ReliefStep.class,
                    ReliefRefusal.UNKNOWN,
                    ReliefRefusal.NOT_YOURS,
                    ReliefRefusal.WRONG_STATE)
            .samePerson(ReliefRefusal.SAME_PERSON)
            .dayAhead(ReliefRefusal.DAY_AHEAD);

    private final Move<State> move;

    ReliefStep(Move<State> move) {
        this.move = move;
    }

    /** 上级党委: one tier up at least. */
    static Hand[] committee() {
        return new Hand[] {above(TOWNSHIP), above(COUNTY), above(CITY), above(PROVINCE)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
