package cn.dangjian.organization.people.filing;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;

import cn.dangjian.organization.people.filing.Filing.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;

/** What can happen to a filing: townships propose, counties review and keep the file, villages do not see it. */
enum FilingStep implements CaseStep<State> {
    /** 提名. */
    PROPOSED(opens(State.IN_REVIEW).by(above(TOWNSHIP))),
    /** 联审. */
    REVIEWED(from(State.IN_REVIEW).by(above(COUNTY)).says(NOTE)),
    /** 备案. */
    FILED(from(State.IN_REVIEW).to(State.FILED).by(above(COUNTY)).says(DOCUMENT)),
    /** 撤回. */
    WITHDRAWN(from(State.IN_REVIEW)
            .to(State.WITHDRAWN)
            .by(above(COUNTY), above(TOWNSHIP))
            .says(NOTE));

    static final CaseKind<State, FilingStep> KIND = CaseKind.of(
                    "filings",
                    State.class,
                    FilingStep.class,
                    FilingRefusal.UNKNOWN,
                    FilingRefusal.NOT_COUNTY,
                    FilingRefusal.CLOSED)
            .seenFrom(TOWNSHIP);

    private final Move<State> move;

    FilingStep(Move<State> move) {
        this.move = move;
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
