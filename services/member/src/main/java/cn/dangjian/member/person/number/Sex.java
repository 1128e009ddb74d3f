package cn.dangjian.member.person.number;

/** 性别, with the codes of GB/T 2261.1. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    UNSTATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
