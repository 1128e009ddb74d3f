package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.platform.cases.Hand.other;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;

import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Move;

/** What can happen to a project: a community makes one of a need that a resident unit meets, and both evaluate it. */
enum Project implements CaseStep<Project.State> {
    /** 对接. */
    MATCHED(opens(State.MATCHED).by(subject())),
    /** 立项. */
    ESTABLISHED(from(State.MATCHED).to(State.ESTABLISHED).by(subject()).says(DOCUMENT)),
    /** 完成. */
    COMPLETED(from(State.ESTABLISHED).to(State.COMPLETED).by(subject()).says(DAY, NOTE)),
    /** 评价; the second one ends it. */
    EVALUATED(from(State.COMPLETED, State.EVALUATED).to(State.EVALUATED).by(subject(), other()));

    /** Where a need and its project stand. */
    enum State {
        /** 提出: a need that nobody meets yet. */
        PROPOSED,
        /** 对接. */
        MATCHED,
        /** 立项. */
        ESTABLISHED,
        /** 完成. */
        COMPLETED,
        /** 评价. */
        EVALUATED
    }

    /** The two sides of a project. */
    enum Side {
        /** 社区. */
        COMMUNITY,
        /** 驻区单位. */
        PROVIDER
    }

    /** What one side says of a project. */
    enum Grade {
        /** 满意. */
        SATISFIED,
        /** 基本满意. */
        FAIR,
        /** 不满意. */
        DISSATISFIED
    }

    static final CaseKind<State, Project> KIND = CaseKind.of(
                    "cobuilding-projects",
                    State.class,
                    Project.class,
                    CobuildingRefusal.PROJECT_UNKNOWN,
                    CobuildingRefusal.NOT_YOURS,
                    CobuildingRefusal.WRONG_STATE)
            .dayAhead(CobuildingRefusal.DAY_UNFIT);

    private final Move<State> move;

    Project(Move<State> move) {
        this.move = move;
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
