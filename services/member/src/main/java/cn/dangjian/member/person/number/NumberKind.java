package cn.dangjian.member.person.number;

/** Whose number it is, as far as its own digits say. */
public enum NumberKind {
    CITIZEN,
    /** 港澳台居民居住证: begins with 81, 82 or 83. */
    RESIDENT_PERMIT,
    /** 外国人永久居留身份证 of the 2023 design: begins with 9. */
    FOREIGN,
    /** 15 digits, as they were given until 1999: without the century and without a check. */
    LEGACY
}
