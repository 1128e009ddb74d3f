package cn.dangjian.member.person.standing;

import org.jspecify.annotations.Nullable;

/** What can happen to a person; of several on one day, the order of the constants is theirs. */
public enum EventKind {
    /** 递交入党申请. */
    APPLIED(Status.APPLICANT),
    /** 确定为入党积极分子. */
    ACTIVIST(Status.ACTIVIST),
    /** 确定为发展对象. */
    OBJECT(Status.OBJECT),
    /** 接收为预备党员. */
    ADMITTED(Status.PROBATIONARY),
    /** 延长预备期. */
    EXTENDED(null),
    /** 转为正式党员. */
    FULL(Status.FULL),
    /** 取消预备党员资格. */
    CANCELLED(Status.CANCELLED),
    /** 终止培养. */
    DROPPED(Status.DROPPED),
    /** 转入: belongs to this unit from that day on. */
    ARRIVED(null),
    /** 转往省外. */
    LEFT(Status.AWAY),
    /** 类别变更. */
    CLASSED(null),
    /** 失去联系. */
    LOST(null),
    /** 找回. */
    FOUND(null),
    /** 停止党籍. */
    STOPPED(Status.STOPPED),
    /** 恢复党籍. */
    RESTORED(null),
    /** 除名. */
    REMOVED(Status.REMOVED),
    /** 退党. */
    WITHDREW(Status.WITHDREW),
    /** 劝退. */
    PERSUADED(Status.PERSUADED),
    /** 开除党籍. */
    EXPELLED(Status.EXPELLED),
    /** 去世. */
    DIED(Status.DIED);

    private final @Nullable Status status;

    EventKind(@Nullable Status status) {
        this.status = status;
    }

    /** What somebody is then; null if that stays, or follows from before. */
    @Nullable
    Status status() {
        return status;
    }

    /** Whether it says to which unit he belongs. */
    boolean namesUnit() {
        return this == ARRIVED;
    }

    /** Whether it says of which class he is. */
    boolean namesClass() {
        return this == CLASSED;
    }
}
