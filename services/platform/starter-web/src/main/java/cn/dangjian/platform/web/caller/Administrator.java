package cn.dangjian.platform.web.caller;

/** The operator of the platform (平台管理员): keeps the house running and sees no unit's work. */
public record Administrator(AccountId account) {

    /** The role that a token must carry. */
    public static final String ROLE = "administrator";

    /** The subject on whose behalf an event is announced. */
    public String subject() {
        return "account:" + account.value();
    }
}
