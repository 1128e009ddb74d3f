package cn.dangjian.assessment.result.consequence;

import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import cn.dangjian.platform.directory.Tier;
import java.util.EnumSet;

/** What people do with what a rule has asked: they tell the unit, hear it, decide, and somebody else hears its appeal. */
enum ConsequenceStep implements CaseStep<State> {
    /** 告知. */
    NOTICED(from(State.PROPOSED).to(State.NOTICED).by(above()).says(NOTE)),
    /** 陈述申辩. */
    HEARD(from(State.NOTICED).by(subject()).says(NOTE)),
    /** 决定. */
    DECIDED(from(State.NOTICED)
            .to(State.DECIDED)
            .by(above())
            .says(DOCUMENT, NOTE)
            .apartFrom(NOTICED)),
    /** 不予追究. */
    DISMISSED(
            from(State.PROPOSED, State.NOTICED).to(State.DISMISSED).by(above()).says(NOTE)),
    /** 谈话: of a step of the ladder that is held as a talk. */
    TALKED(from(State.DECIDED, State.CONFIRMED).to(State.TALKED).by(above()).says(DAY, NOTE)),
    /** 落实: another person than the one who has talked looks whether what was asked for is done. */
    SETTLED(in(EnumSet.of(State.DECIDED, State.CONFIRMED, State.TALKED))
            .to(State.SETTLED)
            .by(above())
            .says(NOTE)
            .apartFrom(TALKED)),
    /** 申诉. */
    APPEALED(from(State.DECIDED, State.TALKED).to(State.APPEALED).by(subject()).says(NOTE)),
    /** 维持. */
    CONFIRMED(from(State.APPEALED)
            .to(State.CONFIRMED)
            .by(above())
            .says(DOCUMENT, NOTE)
            .apartFrom(NOTICED, DECIDED, TALKED)),
    /** 撤销. */
    REVOKED(from(State.APPEALED)
            .to(State.REVOKED)
            .by(above())
            .says(DOCUMENT, NOTE)
            .apartFrom(NOTICED, DECIDED, TALKED));

    static final CaseKind<State, ConsequenceStep> KIND = CaseKind.of(
                    "consequences",
                    State.class,
                    ConsequenceStep.class,
                    ConsequenceRefusal.UNKNOWN,
                    ConsequenceRefusal.NOT_YOURS,
                    ConsequenceRefusal.WRONG_STATE)
            .samePerson(ConsequenceRefusal.SAME_PERSON)
            .dayAhead(ConsequenceRefusal.DAY_AHEAD);

    private final Move<State> move;

    ConsequenceStep(Move<State> move) {
        this.move = move;
    }

    private static Hand[] above() {
        return new Hand[] {Hand.above(Tier.COUNTY), Hand.above(Tier.CITY), Hand.above(Tier.PROVINCE)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
