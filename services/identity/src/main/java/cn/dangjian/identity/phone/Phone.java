package cn.dangjian.identity.phone;

/** 手机号: eleven digits of the mainland; its text never shows more than the ends. */
record Phone(String digits) {

    static final String PATTERN = "(\\+86)?1[3-9][0-9]{9}";

    private static final int LENGTH = 11;
    private static final int HEAD = 3;
    private static final int TAIL = 7;

    /** @param text as {@link #PATTERN} says */
    static Phone of(String text) {
        return new Phone(text.substring(text.length() - LENGTH));
    }

    String masked() {
        return digits.substring(0, HEAD) + "****" + digits.substring(TAIL);
    }

    @Override
    public String toString() {
        return masked();
    }
}
