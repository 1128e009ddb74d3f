package cn.dangjian.organization.register.code;

/** Fictitious credit codes for the tests of other rooms. */
public final class CreditCodes {

    private CreditCodes() {}

    /** A valid code for each number. */
    public static String number(int number) {
        String body = "91990100MA" + String.format("%07d", number);
        return body + CreditCode.check(body);
    }
}
