package cn.dangjian.task.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An assignment. */
public record AssignmentId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AssignmentId valueOf(Long value) {
        return new AssignmentId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static AssignmentId valueOf(String text) {
        return new AssignmentId(Long.parseLong(text));
    }
}
