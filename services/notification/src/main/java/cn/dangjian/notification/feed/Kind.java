package cn.dangjian.notification.feed;

/** What an entry of an inbox is about. */
public enum Kind {
    /** 任务下达. */
    TASK,
    /** 退回. */
    RETURNED,
    /** 审核通过. */
    APPROVED,
    /** 撤回: whoever dispatched it took it back. */
    WITHDRAWN,
    /** 重开: it was approved or withdrawn, and goes on again. */
    REOPENED,
    /** 延期: there is more time. */
    EXTENDED,
    /** 并入: its unit ended, and the heir's own assignment goes on instead. */
    MERGED,
    /** 终止: its unit ended, and nobody goes on with it. */
    CLOSED
}
