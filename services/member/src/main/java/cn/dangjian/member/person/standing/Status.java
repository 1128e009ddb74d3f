package cn.dangjian.member.person.standing;

import java.util.Arrays;
import java.util.List;

/** 身份: what somebody is towards the Party. */
public enum Status {
    /** 入党申请人. */
    APPLICANT("申请人", Sort.COMING),
    /** 入党积极分子. */
    ACTIVIST("入党积极分子", Sort.COMING),
    /** 发展对象. */
    OBJECT("发展对象", Sort.COMING),
    /** 预备党员. */
    PROBATIONARY("预备党员", Sort.MEMBER),
    /** 正式党员. */
    FULL("正式党员", Sort.MEMBER),
    /** 停止党籍. */
    STOPPED("停止党籍", Sort.STOPPED),
    /** 终止培养: was on the way and is not any more. */
    DROPPED("终止培养", Sort.OUT),
    /** 取消预备党员资格. */
    CANCELLED("取消预备党员资格", Sort.OUT),
    /** 除名. */
    REMOVED("除名", Sort.OUT),
    /** 退党. */
    WITHDREW("退党", Sort.OUT),
    /** 劝退. */
    PERSUADED("劝退", Sort.OUT),
    /** 开除党籍. */
    EXPELLED("开除党籍", Sort.OUT),
    /** 转出: went to another province. */
    AWAY("转往省外", Sort.OUT),
    /** 去世. */
    DIED("去世", Sort.OUT);

    private enum Sort {
        COMING,
        MEMBER,
        STOPPED,
        OUT
    }

    /** Those who count as members (党员). */
    public static final List<Status> MEMBERS =
            Arrays.stream(values()).filter(Status::isMember).toList();

    /** Those of whom a unit still keeps the file open. */
    public static final List<Status> CURRENT =
            Arrays.stream(values()).filter(status -> status.sort != Sort.OUT).toList();

    private final String title;
    private final Sort sort;

    Status(String title, Sort sort) {
        this.title = title;
        this.sort = sort;
    }

    /** In Chinese. */
    public String title() {
        return title;
    }

    /** Whether he counts as a member, full or on probation. */
    public boolean isMember() {
        return sort == Sort.MEMBER;
    }

    /** Whether he is on the way to become one. */
    public boolean isComing() {
        return sort == Sort.COMING;
    }

    /** Whether he has left for good, or for another province. */
    public boolean isOut() {
        return sort == Sort.OUT;
    }
}
