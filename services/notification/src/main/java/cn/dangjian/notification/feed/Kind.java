package cn.dangjian.notification.feed;

/** What an entry of an inbox is about. */
public enum Kind {
    /** 任务下达. */
    TASK,
    /** 协办: it helps with what others have to do. */
    COOPERATES,
    /** 抄送: it is to know of it. */
    COPIED,
    /** 提前: a unit below asks for something earlier than it was asked itself. */
    EARLIER,
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
    CLOSED,
    /** 到期提醒, some working days before. */
    URGED_SOON,
    /** 今天到期. */
    URGED_DUE,
    /** 逾期. */
    OVERDUE,
    /** 下级逾期: told to the tier above. */
    OVERDUE_BELOW,
    /** 催办: by the issuer's word. */
    URGED,
    /** 下级反馈, told to the issuer. */
    VOICE,
    /** 反馈已获同意. */
    VOICE_ACCEPTED,
    /** 反馈未获同意. */
    VOICE_REFUSED,
    /** 答复逾期: told to the tier above the issuer. */
    VOICE_LATE,
    /** 期限重新计算. */
    DEADLINE_MOVED,
    /** 考核结果运用逾期: a step of assessment is past its day. */
    STEP_OVERDUE,
    /** 党费上缴催办. */
    REMITTANCE_REMINDED,
    /** 欠缴党费: a case of a member was opened, and he is to be asked why. */
    ARREARS_ASKED,
    /** 欠缴党费: a committee has held that there is no good reason. */
    ARREARS_ESTABLISHED
}
