package cn.dangjian.task.flow;

import static cn.dangjian.task.flow.State.ADDRESSED;
import static cn.dangjian.task.flow.State.APPROVED;
import static cn.dangjian.task.flow.State.BROKEN_DOWN;
import static cn.dangjian.task.flow.State.CLOSED;
import static cn.dangjian.task.flow.State.IN_REVIEW;
import static cn.dangjian.task.flow.State.MERGED;
import static cn.dangjian.task.flow.State.RETURNED;
import static cn.dangjian.task.flow.State.SIGNED;
import static cn.dangjian.task.flow.State.SUBMITTED;
import static cn.dangjian.task.flow.State.WITHDRAWN;
import static cn.dangjian.task.flow.State.WORKING;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state machine (状态机) of assignments: each move with its name, the one state to which it leads, and those from which.
 * {@code docs/states.md} is drawn from these lines.
 */
public enum Move {
    SIGN("签收", SIGNED, ADDRESSED),
    /** By a standing instruction (常设指示), which signs as well. */
    PASS_ON("按常设指示转派", BROKEN_DOWN, ADDRESSED, SIGNED),
    BREAK_DOWN("转派", BROKEN_DOWN, SIGNED, BROKEN_DOWN, WORKING, RETURNED),
    /** Persons are named; what is broken down stays that beside. */
    WORK("落实到人", WORKING, SIGNED, WORKING, RETURNED),
    SUBMIT("上报", SUBMITTED, SIGNED, BROKEN_DOWN, WORKING, RETURNED),
    TAKE_UP("受理审核", IN_REVIEW, SUBMITTED),
    /** The reviewer gives it back, so that another one of his unit can take it up. */
    RELEASE("放回", SUBMITTED, IN_REVIEW),
    APPROVE("审核通过", APPROVED, SUBMITTED, IN_REVIEW),
    SEND_BACK("退回", RETURNED, SUBMITTED, IN_REVIEW),
    /** What was approved is opened again. */
    REOPEN("重开", RETURNED, APPROVED),
    WITHDRAW("撤回", WITHDRAWN, ADDRESSED, SIGNED, BROKEN_DOWN, WORKING, SUBMITTED, IN_REVIEW, RETURNED),
    /** What was withdrawn stands again where it stood. */
    RESTORE("恢复", null, WITHDRAWN),
    JOIN("并入", MERGED, ADDRESSED, SIGNED, BROKEN_DOWN, WORKING, SUBMITTED, IN_REVIEW, RETURNED),
    /** The issuer has accepted that it was done before (反馈). */
    DONE_BEFORE("同意反馈：已完成", APPROVED, ADDRESSED, SIGNED, BROKEN_DOWN, WORKING, RETURNED),
    /** The issuer has accepted that it is not the unit's to do, or another one's duplicate (反馈). */
    EXCUSE("同意反馈：免办", CLOSED, ADDRESSED, SIGNED, BROKEN_DOWN, WORKING, RETURNED),
    END("终止", CLOSED, ADDRESSED, SIGNED, BROKEN_DOWN, WORKING, SUBMITTED, IN_REVIEW, RETURNED);

    private final String chinese;
    private final @Nullable State to;
    private final Set<State> from;

    Move(String chinese, @Nullable State to, State first, State... others) {
        this.chinese = chinese;
        this.to = to;
        this.from = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    public String chinese() {
        return chinese;
    }

    public Set<State> from() {
        return from;
    }

    /** The names of the states from which it leads, for statements. */
    public List<String> fromNames() {
        return from.stream().map(State::name).toList();
    }

    /** Those to which it can lead; more than one only if it goes back to where it came from. */
    public Set<State> to() {
        return to == null ? WITHDRAW.from : EnumSet.of(to);
    }

    /**
     * The next state.
     *
     * @throws IllegalStateException if this move does not lead from there, or leads to more than one
     */
    public State after(State state) {
        if (to == null || !from.contains(state)) throw new IllegalStateException("No " + this + " from " + state);
        return to;
    }
}
