package cn.dangjian.assessment.result.grade;

import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;

import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import cn.dangjian.platform.directory.Tier;

/** What can happen to a grading: whoever has published the scheme proposes it, and one tier up it is filed or returned. */
enum GradingStep implements CaseStep<State> {
    /** 提出. */
    PROPOSED(opens(State.PROPOSED).by(subject()).says(DOCUMENT)),
    /** 重新提出. */
    REVISED(from(State.RETURNED).to(State.PROPOSED).by(subject()).says(DOCUMENT).again()),
    /** 退回. */
    RETURNED(from(State.PROPOSED).to(State.RETURNED).by(above()).says(NOTE)),
    /** 备案. */
    FILED(from(State.PROPOSED).to(State.FILED).by(above()).says(DOCUMENT)),
    /** 确认: of the province, above which there is nobody, by another person. */
    CONFIRMED(from(State.PROPOSED).to(State.FILED).by(subject()).says(DOCUMENT).apartFrom(PROPOSED, REVISED));

    static final CaseKind<State, GradingStep> KIND = CaseKind.of(
                    "gradings",
                    State.class,
                    GradingStep.class,
                    GradingRefusal.UNKNOWN,
                    GradingRefusal.NOT_YOURS,
                    GradingRefusal.WRONG_STATE)
            .samePerson(GradingRefusal.SAME_PERSON);

    private final Move<State> move;

    GradingStep(Move<State> move) {
        this.move = move;
    }

    private static Hand[] above() {
        return new Hand[] {parent(Tier.CITY), parent(Tier.PROVINCE)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
