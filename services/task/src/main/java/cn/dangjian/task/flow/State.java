package cn.dangjian.task.flow;

import java.util.Arrays;
import java.util.List;

/** Where an assignment stands. Postponed (延期) and late (逾期) are read from its dates and stored nowhere. */
public enum State {
    /** 待签收. */
    ADDRESSED("待签收", true),
    /** 已签收. */
    SIGNED("已签收", true),
    /** 分解: forwarded to units below, whose parts are under way. */
    BROKEN_DOWN("分解", true),
    /** 执行: persons of the unit have it. */
    WORKING("执行", true),
    /** 上报: handed in, waiting for review. */
    SUBMITTED("上报", true),
    /** 审核: a reviewer has taken it up. */
    IN_REVIEW("审核", true),
    /** 退回. */
    RETURNED("退回", true),
    /** 办结. */
    APPROVED("办结", false),
    /** 撤回: the unit that dispatched it, or one above, took it back. */
    WITHDRAWN("撤回", false),
    /** 并入: its unit ended, and the heir's own assignment of the same dispatch goes on instead. */
    MERGED("并入", false),
    /** 终止: its unit ended, and no heir was named. */
    CLOSED("终止", false);

    private final String chinese;
    private final boolean open;

    State(String chinese, boolean open) {
        this.chinese = chinese;
        this.open = open;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return open;
    }

    /** Whether it waits for a reviewer, or one has it. */
    public boolean isHandedIn() {
        return this == SUBMITTED || this == IN_REVIEW;
    }

    /** Whether its unit ended and nobody goes on with it. */
    public boolean isOver() {
        return this == MERGED || this == CLOSED;
    }

    /** The names of the open ones, for statements. */
    public static List<String> open() {
        return Arrays.stream(values()).filter(State::isOpen).map(State::name).toList();
    }
}
