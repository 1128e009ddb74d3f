package cn.dangjian.member.person.standing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a person's file. */
public record MemberId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MemberId valueOf(Long value) {
        return new MemberId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static MemberId valueOf(String text) {
        return new MemberId(Long.parseLong(text));
    }
}
