package cn.dangjian.member.growth.edition;

/** The five stages (阶段) of admitting a member. */
public enum Stage {
    /** 申请入党. */
    APPLICATION,
    /** 入党积极分子的确定和培养教育. */
    ACTIVIST,
    /** 发展对象的确定和考察. */
    OBJECT,
    /** 预备党员的接收. */
    ADMISSION,
    /** 预备党员的教育考察和转正. */
    PROBATION
}
