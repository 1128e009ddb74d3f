package cn.dangjian.organization.register.coverage;

/** 覆盖情况: follows from the facts, and is kept nowhere. */
public enum CoverageState {
    /** 已建: a Party unit that exists covers it. */
    COVERED,
    /** 应建未建: it has members enough for a branch of its own. */
    SHOULD_BE_COVERED,
    /** 未建: it has members, but too few for a branch of its own; a joint branch may cover it. */
    NOT_YET,
    /** 无党员: it has no members. */
    NOT_REQUIRED;

    static final String PREFIX = "coverage.";

    /** The name under which the units of a type in this state are counted. */
    public String figure(String type) {
        return PREFIX + name() + "." + type;
    }

    /** @param enough how many members are enough for a branch */
    public static CoverageState of(boolean covered, int members, int enough) {
        if (covered) return COVERED;
        if (members >= enough) return SHOULD_BE_COVERED;
        return members > 0 ? NOT_YET : NOT_REQUIRED;
    }
}
