package cn.dangjian.platform.web.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An account (账号) of the identity service: the subject of a token. */
public record AccountId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId valueOf(Long value) {
        return new AccountId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static AccountId valueOf(String text) {
        return new AccountId(Long.parseLong(text));
    }
}
