package cn.dangjian.platform.cases.trial;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.aboveOther;
import static cn.dangjian.platform.cases.Hand.other;
import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Hand.parentOther;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.inAny;
import static cn.dangjian.platform.cases.Move.opens;

import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;
import cn.dangjian.platform.directory.Tier;
import java.time.Period;

/** A permit that a village asks for, a second village agrees to, and the county gives. */
enum Permit implements CaseStep<Permit.State> {
    ASKED(opens(State.ASKED).by(subject(), parent(Tier.TOWNSHIP)).within(Period.ofDays(10))),
    AGREED(from(State.ASKED)
            .to(State.AGREED)
            .by(other(), aboveOther(Tier.TOWNSHIP), parentOther(Tier.CITY))
            .within(Period.ofDays(-1))),
    GIVEN(from(State.AGREED)
            .to(State.GIVEN)
            .by(above(Tier.COUNTY))
            .says(DOCUMENT)
            .apartFrom(ASKED, AGREED)),
    SENT_BACK(
            from(State.AGREED).to(State.ASKED).by(above(Tier.COUNTY)).says(NOTE).again()),
    REMARKED(from(State.ASKED, State.AGREED).by(subject())),
    ATTACHED(from(State.ASKED, State.AGREED).by(subject()).aside()),
    SAMPLED(inAny(State.class).by(above(Tier.PROVINCE)));

    enum State {
        ASKED,
        AGREED,
        GIVEN
    }

    static final CaseKind<State, Permit> KIND = kind("permits");

    /** Villages do not see these. */
    static final CaseKind<State, Permit> SECRET = kind("secret-permits").seenFrom(Tier.TOWNSHIP);

    private final Move<State> move;

    Permit(Move<State> move) {
        this.move = move;
    }

    private static CaseKind<State, Permit> kind(String name) {
        return CaseKind.of(
                        name,
                        State.class,
                        Permit.class,
                        PermitRefusal.UNKNOWN,
                        PermitRefusal.NOT_YOURS,
                        PermitRefusal.WRONG_STATE)
                .samePerson(PermitRefusal.SAME_PERSON)
                .dayAhead(PermitRefusal.DAY_AHEAD);
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
