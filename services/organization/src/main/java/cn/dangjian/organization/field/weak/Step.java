package cn.dangjian.organization.field.weak;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.inAny;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.PROVINCE;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;

/** What can happen to a case (ORG-19): the township carries it, the county decides, the province samples. */
enum Step implements CaseStep<State> {
    /** 排查上报. */
    SCREENED(opens(State.SCREENED).by(township()).says(NOTE)),
    /** 列入: the county names a unit itself. */
    LISTED(opens(State.SCREENED).by(above(COUNTY)).says(NOTE)),
    /** 不予确定; nobody judges the screening who screened. */
    DISMISSED(from(State.SCREENED)
            .to(State.DISMISSED)
            .by(above(COUNTY))
            .says(NOTE)
            .apartFrom(SCREENED, LISTED)),
    /** 确定. */
    CONFIRMED(from(State.SCREENED)
            .to(State.CONFIRMED)
            .by(above(COUNTY))
            .says(DOCUMENT)
            .apartFrom(SCREENED, LISTED)),
    /** 开始整顿. */
    STARTED(from(State.CONFIRMED, State.CONTINUED).to(State.RECTIFYING).by(township())),
    /** 督查. */
    CHECKED(from(State.RECTIFYING).by(either()).says(DAY, NOTE)),
    /** 验收. */
    ACCEPTANCE(from(State.RECTIFYING).to(State.ACCEPTANCE).by(above(COUNTY)).says(DAY, NOTE)),
    /** 销号. */
    CLOSED(from(State.ACCEPTANCE).to(State.CLOSED).by(above(COUNTY)).says(DOCUMENT)),
    /** 续整. */
    CONTINUED(from(State.ACCEPTANCE)
            .to(State.CONTINUED)
            .by(above(COUNTY))
            .says(DOCUMENT)
            .again()),
    /** 抽查. */
    SAMPLED(inAny(State.class).by(above(PROVINCE)).says(DAY, NOTE)),
    /** Somebody answers for the unit (4+1 包抓), or no longer. */
    LINKED(in(State.ANSWERED_FOR).by(either()).aside()),
    /** The plan grows (一村一策). */
    PLANNED(in(State.PLANNED).by(township()).aside()),
    /** A measure of the plan is done. */
    MEASURED(from(State.RECTIFYING).by(township()).aside());

    static final CaseKind<State, Step> KIND = CaseKind.of(
                    "weak-cases",
                    State.class,
                    Step.class,
                    WeakRefusal.UNKNOWN,
                    WeakRefusal.NOT_YOURS,
                    WeakRefusal.WRONG_STATE)
            .samePerson(WeakRefusal.SAME_PERSON)
            .dayAhead(WeakRefusal.DAY_AHEAD);

    private final Move<State> move;

    Step(Move<State> move) {
        this.move = move;
    }

    /** Where no township stands between, the county keeps the case itself. */
    private static Hand[] township() {
        return new Hand[] {above(TOWNSHIP), parent(COUNTY)};
    }

    private static Hand[] either() {
        return new Hand[] {above(TOWNSHIP), above(COUNTY)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
