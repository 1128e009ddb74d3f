package cn.dangjian.dues.care.arrears;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.directory.Tier.CITY;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.PROVINCE;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;
import static cn.dangjian.platform.directory.Tier.VILLAGE;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import java.util.EnumSet;
import java.util.Set;

/** What can happen to a case that a rule has asked for: the branch looks, hears and votes; a committee above decides. */
enum ArrearsStep implements CaseStep<State> {
    /** 告知. */
    NOTICED(from(State.ASKED).to(State.HEARING).by(branch()).says(DAY)),
    /** 本人说明. */
    HEARD(from(State.HEARING).by(branch()).says(DAY, NOTE)),
    /** 上报正当理由. */
    EXCUSED(from(State.ASKED, State.HEARING).to(State.EXCUSED).by(branch()).says(DAY, NOTE)),
    /** 支部大会认定无正当理由. */
    VOTED(from(State.HEARING).to(State.VOTED).by(branch()).says(DAY)),
    /** 支部大会未认定. */
    VOTED_DOWN(from(State.HEARING).to(State.DROPPED).by(branch()).says(DAY)),
    /** 已补交. */
    PAID(in(Group.OPEN).to(State.PAID).by(branch()).says(NOTE)),
    /** 批准正当理由. */
    REASONED(from(State.EXCUSED)
            .to(State.REASONED)
            .by(committee())
            .says(DAY, DOCUMENT)
            .apartFrom(EXCUSED)),
    /** 退回: the reason does not hold, and the branch looks again. */
    RETURNED(from(State.EXCUSED)
            .to(State.ASKED)
            .by(committee())
            .says(NOTE)
            .apartFrom(EXCUSED)
            .again()),
    /** 批准认定无正当理由. */
    ESTABLISHED(from(State.VOTED)
            .to(State.ESTABLISHED)
            .by(committee())
            .says(DAY, DOCUMENT)
            .apartFrom(NOTICED, VOTED)),
    /** 不予认定. */
    DISMISSED(from(State.VOTED).to(State.DROPPED).by(committee()).says(NOTE).apartFrom(NOTICED, VOTED));

    /** States that several steps name. */
    private static final class Group {
        static final Set<State> OPEN = EnumSet.of(State.ASKED, State.EXCUSED, State.HEARING, State.VOTED);
    }

    static final CaseKind<State, ArrearsStep> KIND = CaseKind.of(
                    "arrears-cases",
                    State.class,
                    ArrearsStep.class,
                    ArrearsRefusal.UNKNOWN,
                    ArrearsRefusal.NOT_YOURS,
                    ArrearsRefusal.WRONG_STATE)
            .samePerson(ArrearsRefusal.SAME_PERSON)
            .dayAhead(ArrearsRefusal.DAY_AHEAD);

    private final Move<State> move;

    ArrearsStep(Move<State> move) {
        this.move = move;
    }

    private static Hand[] branch() {
        return new Hand[] {subject(), above(VILLAGE), above(TOWNSHIP)};
    }

    /** 上级党委: one tier up at least. */
    private static Hand[] committee() {
        return new Hand[] {above(TOWNSHIP), above(COUNTY), above(CITY), above(PROVINCE)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
