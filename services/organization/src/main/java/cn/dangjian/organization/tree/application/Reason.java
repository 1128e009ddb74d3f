package cn.dangjian.organization.tree.application;

/** Why a row was rejected; the texts are in {@code rejections.properties}. */
enum Reason {
    COLUMN_UNKNOWN("column.unknown"),
    COLUMN_MISSING("column.missing"),
    COLUMN_COUNT("column.count"),
    LINE_NOT_UTF8("line.not-utf8"),
    LINE_TOO_LONG("line.too-long"),
    LINE_QUOTES("line.quotes"),
    CODE_NOT_DIGITS("code.not-digits"),
    CODE_WRONG_LENGTH("code.wrong-length"),
    CODE_OTHER_PROVINCE("code.other-province"),
    CODE_NO_KIND("code.no-kind"),
    CODE_DUPLICATE("code.duplicate"),
    CODE_ABOLISHED("code.abolished"),
    NAME_EMPTY("name.empty"),
    NAME_TOO_LONG("name.too-long"),
    NAME_UNPRINTABLE("name.unprintable"),
    /** The row is taken; somebody should look at it. */
    NAME_PRIVATE_USE("name.private-use"),
    PARENT_CONTRADICTS("parent.contradicts"),
    PARENT_UNKNOWN("parent.unknown");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
