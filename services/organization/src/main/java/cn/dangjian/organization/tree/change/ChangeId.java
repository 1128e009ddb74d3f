package cn.dangjian.organization.tree.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A proposal to change the tree. */
public record ChangeId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChangeId valueOf(Long value) {
        return new ChangeId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static ChangeId valueOf(String text) {
        return new ChangeId(Long.parseLong(text));
    }
}
