package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.platform.cases.Hand.other;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;

/** What can happen to an appeal: the unit says why; of the scheme's owner one person looks, and another one decides. */
enum AppealStep implements CaseStep<State> {
    /** 提出. */
    FILED(opens(State.FILED).by(subject()).says(NOTE)),
    /** 核查. */
    EXAMINED(from(State.FILED).to(State.EXAMINED).by(other()).says(NOTE)),
    /** 支持: what was counted is corrected. */
    UPHELD(from(State.EXAMINED)
            .to(State.UPHELD)
            .by(other())
            .says(DOCUMENT, NOTE)
            .apartFrom(EXAMINED)),
    /** 不予支持. */
    REFUSED(from(State.EXAMINED)
            .to(State.REFUSED)
            .by(other())
            .says(DOCUMENT, NOTE)
            .apartFrom(EXAMINED)),
    /** 撤回. */
    WITHDRAWN(
            from(State.FILED, State.EXAMINED).to(State.WITHDRAWN).by(subject()).says(NOTE));

    static final CaseKind<State, AppealStep> KIND = CaseKind.of(
                    "appeals",
                    State.class,
                    AppealStep.class,
                    AppealRefusal.UNKNOWN,
                    AppealRefusal.NOT_YOURS,
                    AppealRefusal.WRONG_STATE)
            .samePerson(AppealRefusal.SAME_PERSON);

    private final Move<State> move;

    AppealStep(Move<State> move) {
        this.move = move;
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
