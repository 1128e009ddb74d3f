package cn.dangjian.platform.directory;

/** The tiers (层级) of the tree, from the top. */
public enum Tier {
    /** 省. */
    PROVINCE,
    /** 市. */
    CITY,
    /** 县、区. */
    COUNTY,
    /** 乡镇、街道. */
    TOWNSHIP,
    /** 村、社区. */
    VILLAGE,
    /** 支部, and other organisations that no division stands for. */
    BRANCH,
    /** 党小组. */
    GROUP,
    /** 党员中心户. */
    HOUSEHOLD
}
