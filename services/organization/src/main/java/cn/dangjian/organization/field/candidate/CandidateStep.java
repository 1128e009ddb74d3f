package cn.dangjian.organization.field.candidate;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.directory.Tier.COUNTY;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;

/** What the county does with a candidate; assessment has only asked. */
enum CandidateStep implements CaseStep<State> {
    /** 列入. */
    ACCEPTED(from(State.LISTED).to(State.ACCEPTED).by(above(COUNTY)).says(NOTE)),
    /** 不予列入. */
    REFUSED(from(State.LISTED).to(State.REFUSED).by(above(COUNTY)).says(NOTE));

    static final CaseKind<State, CandidateStep> KIND = CaseKind.of(
            "weak-candidates",
            State.class,
            CandidateStep.class,
            CandidateRefusal.UNKNOWN,
            CandidateRefusal.NOT_YOURS,
            CandidateRefusal.WRONG_STATE);

    private final Move<State> move;

    CandidateStep(Move<State> move) {
        this.move = move;
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
