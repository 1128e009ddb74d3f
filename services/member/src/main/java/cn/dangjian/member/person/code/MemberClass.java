package cn.dangjian.member.person.code;

/** 党员类别: in which setting a member is, one on any day (MEM-01). */
public enum MemberClass {
    EMPLOYED("在职党员"),
    /** 无职: without a post in his village or community. */
    UNPOSTED("无职党员"),
    FLOATING("流动党员"),
    RURAL("农居民党员"),
    COMMUNITY("社区直管党员"),
    RETIRED("离退休党员");

    private final String chinese;

    MemberClass(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
